import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import { canBuild, canSeeDisputes } from '@/features/disputes/policy'
import { findPackages, type PackageListRow } from '@/features/disputes/queries/find-packages'
import { PackageFilter } from '@/features/disputes/schemas'
import { PackageBulkBar } from '@/features/disputes/ui/package-bulk-bar'
import { packageColumns } from '@/features/disputes/ui/package-columns'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { NumberedPager } from '@/ui/data-table/numbered-pager'
import { Selection } from '@/ui/data-table/selection'
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

const PATH = '/packages'

type PackagesPageProps = { searchParams: Promise<SearchParams> }

export default async function PackagesPage({ searchParams }: PackagesPageProps) {
  const actor = await requireActor()
  if (!canSeeDisputes(actor)) return <NoPermission />
  const params = await searchParams
  const isBuilder = canBuild(actor, [])
  const filter = PackageFilter.parse({ ...params, tab: params['tab'] ?? (isBuilder ? 'ready' : 'file') })
  const [t, deductions, list, customers] = await Promise.all([
    getTranslations('disputes'),
    getTranslations('deductions'),
    findPackages(actor, filter),
    findCustomerNames(actor),
  ])
  const filters = [customerFilter({ label: t('column.customer'), value: filter.customer, customers })]
  const totals = list.tabs.find((tab) => tab.tab === filter.tab)
  return (
    <>
      <PageTitle hidden>{t('packages')}</PageTitle>
      <Selection
        ids={list.rows.map((row) => row.deductionId)}
        matching={list.total}
        amounts={Object.fromEntries(list.rows.map((row) => [row.deductionId, row.amount]))}
      >
        <Worklist
          tabs={
            <Tabs
              current={filter.tab}
              tabs={list.tabs.map(({ tab, count, amounts }) => ({
                key: tab,
                label: t(`packageTab.${tab}`),
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
            name={t('packages')}
            columns={packageColumns({ t, deductions, today: companyToday(), hrefOf: (row) => hrefOf(row, isBuilder) })}
            rows={list.rows}
            rowKey={(row) => row.deductionId}
            rowName={(row) => row.name}
            selectable={isBuilder}
            empty={
              <EmptyState action={<LinkButton href="/deductions">{t('openDeductions')}</LinkButton>}>
                {t(filter.tab === 'file' ? 'emptyFile' : 'emptyPackages')}
              </EmptyState>
            }
          />
          {isBuilder && <PackageBulkBar />}
        </Worklist>
      </Selection>
    </>
  )
}

// Who builds works on the package; who files gets the page for filing.
function hrefOf(row: PackageListRow, isBuilder: boolean): string {
  if (row.disputeId === null) return `${PATH}/for/${row.deductionId}`
  return isBuilder ? `${PATH}/${row.disputeId}` : `${PATH}/${row.disputeId}/file`
}
