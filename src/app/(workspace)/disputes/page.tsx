import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import { canSeeDisputes } from '@/features/disputes/policy'
import { findDisputes } from '@/features/disputes/queries/find-disputes'
import { DisputeFilter } from '@/features/disputes/schemas'
import { disputeColumns } from '@/features/disputes/ui/dispute-columns'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { NumberedPager } from '@/ui/data-table/numbered-pager'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListFilters } from '@/ui/list-filters'
import { MoneyList } from '@/ui/money-list'
import { NoPermission } from '@/ui/no-permission'
import { listHref, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { Tabs } from '@/ui/tabs'

const PATH = '/disputes'

type DisputesPageProps = { searchParams: Promise<SearchParams> }

export default async function DisputesPage({ searchParams }: DisputesPageProps) {
  const actor = await requireActor()
  if (!canSeeDisputes(actor)) return <NoPermission />
  const params = await searchParams
  const filter = DisputeFilter.parse(params)
  const [t, deductions, list, customers] = await Promise.all([
    getTranslations('disputes'),
    getTranslations('deductions'),
    findDisputes(actor, filter),
    findCustomerNames(actor),
  ])
  const filters = [customerFilter({ label: t('column.customer'), value: filter.customer, customers })]
  const totals = list.tabs.find((tab) => tab.tab === filter.tab)
  return (
    <>
      <PageTitle hidden>{t('disputes')}</PageTitle>
      <Worklist
        tabs={
          <Tabs
            current={filter.tab}
            tabs={list.tabs.map(({ tab, count, amounts }) => ({
              key: tab,
              label: t(`disputeTab.${tab}`),
              href: listHref(PATH, params, { tab }),
              count,
              money: amounts,
            }))}
          />
        }
        filters={<ListFilters path={PATH} params={params} filters={filters} />}
        footer={
          <StatusLine end={<NumberedPager path={PATH} params={params} page={filter.page} shown={list.rows.length} total={list.total} />}>
            {t('total')} <MoneyList values={totals?.amounts ?? []} strong />
          </StatusLine>
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
      </Worklist>
    </>
  )
}
