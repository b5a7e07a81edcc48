import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canBuild, canSeeDisputes } from '@/features/disputes/policy'
import { findPackages, type PackageListRow } from '@/features/disputes/queries/find-packages'
import { PackageFilter } from '@/features/disputes/schemas'
import { PackageBulkBar } from '@/features/disputes/ui/package-bulk-bar'
import { packageColumns } from '@/features/disputes/ui/package-columns'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { Pager } from '@/ui/data-table/pager'
import { Selection } from '@/ui/data-table/selection'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { EmptyState } from '@/ui/empty-state'
import { FilterBar } from '@/ui/filter-chips'
import { FilterForm } from '@/ui/filter-form'
import { Select } from '@/ui/form/select'
import { LinkButton } from '@/ui/link-button'
import { MoneyList } from '@/ui/money-list'
import { NoPermission } from '@/ui/no-permission'
import { hrefWith, type SearchParams } from '@/ui/page-address'
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
  const customer = customers.find((candidate) => candidate.code === filter.customer)
  const totals = list.tabs.find((tab) => tab.tab === filter.tab)
  const pageHref = (page: number) => hrefWith(PATH, params, { page: String(page) })
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
                href: hrefWith(PATH, params, { tab, page: null }),
                count,
                money: amounts,
              }))}
            />
          }
          filters={
            <FilterBar
              chips={
                customer
                  ? [
                      {
                        key: 'customer',
                        label: t('filter.customer'),
                        value: customer.name,
                        removeHref: hrefWith(PATH, params, { customer: null, page: null }),
                      },
                    ]
                  : []
              }
            >
              <FilterForm action={PATH} params={params} fields={['customer', 'page']}>
                <Select
                  name="customer"
                  label={t('filter.customer')}
                  blank={t('filter.any')}
                  defaultValue={filter.customer}
                  choices={customers.map(({ code, name }) => ({ value: code, label: name }))}
                />
              </FilterForm>
            </FilterBar>
          }
          footer={
            <StatusLine
              end={
                <Pager
                  shown={list.rows.length}
                  total={list.total}
                  previousHref={filter.page > 1 ? pageHref(filter.page - 1) : null}
                  nextHref={list.hasMore ? pageHref(filter.page + 1) : null}
                />
              }
            >
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
