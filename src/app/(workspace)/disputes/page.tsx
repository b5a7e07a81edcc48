import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canSeeDisputes } from '@/features/disputes/policy'
import { findDisputes } from '@/features/disputes/queries/find-disputes'
import { DisputeFilter } from '@/features/disputes/schemas'
import { disputeColumns } from '@/features/disputes/ui/dispute-columns'
import { TotalledWorklist } from '@/features/disputes/ui/totalled-worklist'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { NoPermission } from '@/ui/no-permission'
import type { SearchParams } from '@/ui/page-address'
import { ListViews, openRoleView } from '../_views/list-views'

const PATH = '/disputes'

type DisputesPageProps = { searchParams: Promise<SearchParams> }

export default async function DisputesPage({ searchParams }: DisputesPageProps) {
  const actor = await requireActor()
  if (!canSeeDisputes(actor)) return <NoPermission />
  const params = await searchParams
  await openRoleView(actor, 'disputes', params)
  const filter = DisputeFilter.parse(params)
  const [t, deductions, list, customers] = await Promise.all([
    getTranslations('disputes'),
    getTranslations('deductions'),
    findDisputes(actor, filter),
    findCustomerNames(actor),
  ])
  return (
    <TotalledWorklist
      title={t('disputes')}
      path={PATH}
      params={params}
      filter={filter}
      customers={customers}
      tabs={list.tabs.map((tab) => ({ ...tab, label: t(`disputeTab.${tab.tab}`) }))}
      shown={list.rows.length}
      total={list.total}
      tools={
        <>
          <LinkButton href="/disputes/lessons">{t('lesson.title')}</LinkButton>
          <ListViews actor={actor} page="disputes" params={params} />
        </>
      }
    >
      <DataTable
        name={t('disputes')}
        columns={disputeColumns({ t, deductions, today: companyToday() })}
        rows={list.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        empty={<EmptyState action={<LinkButton href="/packages?tab=file">{t('packages')}</LinkButton>}>{t('emptyDisputes')}</EmptyState>}
      />
    </TotalledWorklist>
  )
}
