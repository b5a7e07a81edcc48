import { getTranslations } from 'next-intl/server'
import { canSeeApprovals } from '@/features/approvals/policy'
import { findApprovals } from '@/features/approvals/queries/find-approvals'
import { APPROVAL_TABS, ApprovalFilter } from '@/features/approvals/schemas'
import { approvalColumns } from '@/features/approvals/ui/approval-columns'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import { approvalSubject } from '@/features/reports/ui/approval-subject'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { NumberedList } from '@/ui/data-table/numbered-list'
import { EmptyState } from '@/ui/empty-state'
import { NoPermission } from '@/ui/no-permission'
import type { SearchParams } from '@/ui/page-address'

const PATH = '/approvals'

type ApprovalsPageProps = { searchParams: Promise<SearchParams> }

/** What needs a second person: waiting for this one, asked by this one, and decided. */
export default async function ApprovalsPage({ searchParams }: ApprovalsPageProps) {
  const actor = await requireActor()
  if (!canSeeApprovals(actor)) return <NoPermission />
  const params = await searchParams
  const filter = ApprovalFilter.parse(params)
  const [t, deductions, reconciliation, page, customers] = await Promise.all([
    getTranslations('approvals'),
    getTranslations('deductions'),
    getTranslations('reconciliation'),
    findApprovals(actor, filter),
    findCustomerNames(actor),
  ])
  return (
    <NumberedList
      title={t('title')}
      path={PATH}
      params={params}
      tabs={{
        name: 'tab',
        current: filter.tab,
        tabs: APPROVAL_TABS.map((tab) => ({
          key: tab,
          label: t(`tab.${tab}`),
          count: page.counts[tab],
        })),
      }}
      filters={[customerFilter({ label: t('customer'), value: filter.customer, customers })]}
      place={{ page: filter.page, shown: page.rows.length, total: page.total }}
      summary={<b>{t('requests', { count: page.total })}</b>}
    >
      <DataTable
        name={t('title')}
        columns={approvalColumns({ t, subjectOf: (row) => approvalSubject(row, deductions, reconciliation) })}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState>{t(`empty.${filter.tab}`)}</EmptyState>}
      />
    </NumberedList>
  )
}
