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
import { NumberedPager } from '@/ui/data-table/numbered-pager'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { EmptyState } from '@/ui/empty-state'
import { ListFilters } from '@/ui/list-filters'
import { ListTabs } from '@/ui/list-tabs'
import { NoPermission } from '@/ui/no-permission'
import type { SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'

const PATH = '/approvals'

type ApprovalsPageProps = { searchParams: Promise<SearchParams> }

/** What needs a second person: waiting for this one, asked by this one, and decided. */
export default async function ApprovalsPage({ searchParams }: ApprovalsPageProps) {
  const actor = await requireActor()
  if (!canSeeApprovals(actor)) return <NoPermission />
  const params = await searchParams
  const filter = ApprovalFilter.parse(params)
  const [t, deductions, page, customers] = await Promise.all([
    getTranslations('approvals'),
    getTranslations('deductions'),
    findApprovals(actor, filter),
    findCustomerNames(actor),
  ])
  return (
    <>
      <PageTitle hidden>{t('title')}</PageTitle>
      <Worklist
        tabs={
          <ListTabs
            path={PATH}
            params={params}
            name="tab"
            current={filter.tab}
            tabs={APPROVAL_TABS.map((tab) => ({
              key: tab,
              label: t(`tab.${tab}`),
              count: page.counts[tab],
            }))}
          />
        }
        filters={
          <ListFilters
            path={PATH}
            params={params}
            filters={[customerFilter({ label: t('customer'), value: filter.customer, customers })]}
          />
        }
        footer={
          <StatusLine end={<NumberedPager path={PATH} params={params} page={filter.page} shown={page.rows.length} total={page.total} />}>
            <b>{t('requests', { count: page.total })}</b>
          </StatusLine>
        }
      >
        <DataTable
          name={t('title')}
          columns={approvalColumns({ t, subjectOf: (row) => approvalSubject(row, deductions) })}
          rows={page.rows}
          rowKey={(row) => row.id}
          empty={<EmptyState>{t(`empty.${filter.tab}`)}</EmptyState>}
        />
      </Worklist>
    </>
  )
}
