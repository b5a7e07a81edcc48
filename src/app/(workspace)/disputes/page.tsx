import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canSeeDisputes } from '@/features/disputes/policy'
import { findDisputes } from '@/features/disputes/queries/find-disputes'
import { DisputeFilter } from '@/features/disputes/schemas'
import { disputeColumns } from '@/features/disputes/ui/dispute-columns'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { Pager } from '@/ui/data-table/pager'
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
  const customer = customers.find((candidate) => candidate.code === filter.customer)
  const totals = list.tabs.find((tab) => tab.tab === filter.tab)
  const pageHref = (page: number) => hrefWith(PATH, params, { page: String(page) })
  const chip = customer && {
    key: 'customer',
    label: t('filter.customer'),
    value: customer.name,
    removeHref: hrefWith(PATH, params, { customer: null, page: null }),
  }
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
              href: hrefWith(PATH, params, { tab, page: null }),
              count,
              money: amounts,
            }))}
          />
        }
        filters={
          <FilterBar chips={chip ? [chip] : []}>
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
