import { getTranslations } from 'next-intl/server'
import { type CustomerName, findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canCheckOrders } from '@/features/orders/policy'
import { findOrders, ORDERS_PER_PAGE, type OrderPage } from '@/features/orders/queries/find-orders'
import { OrderFilter } from '@/features/orders/schemas'
import { CheckOrdersButton } from '@/features/orders/ui/check-orders-button'
import { orderColumns } from '@/features/orders/ui/order-columns'
import { OrderFilters } from '@/features/orders/ui/order-filters'
import type { Texts } from '@/features/orders/ui/texts'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { ColumnMenu } from '@/ui/data-table/column-menu'
import { DataTable } from '@/ui/data-table/data-table'
import { Pager } from '@/ui/data-table/pager'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { EmptyState } from '@/ui/empty-state'
import { FilterBar, type FilterChip } from '@/ui/filter-chips'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { hrefWith, paramsOf, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { Tabs } from '@/ui/tabs'

const PATH = '/orders'
const VIEWS = ['exceptions', 'held', 'all'] as const

type OrdersPageProps = { searchParams: Promise<SearchParams> }

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  const filter = OrderFilter.parse(params)
  const [t, page, customers] = await Promise.all([getTranslations('orders'), findOrders(actor, filter), findCustomerNames(actor)])
  const hrefOf: HrefOf = (changes) => hrefWith(PATH, params, { page: null, ...changes })
  const columns = orderColumns({ t, today: companyToday() })
  const hidden = paramsOf(params, 'hide')
  const chips = chipsOf({ filter, t, customers, hrefOf })
  return (
    <>
      <PageTitle hidden>{t('title')}</PageTitle>
      <Worklist
        tabs={
          <Tabs
            current={filter.view}
            tabs={VIEWS.map((view) => ({ view, sums: page.byView.filter((sum) => sum.view === view) })).map(({ view, sums }) => ({
              key: view,
              label: t(`tab.${view}`),
              href: hrefOf({ view }),
              count: sums.reduce((count, sum) => count + sum.count, 0),
              money: view === 'all' ? [] : sums.map((sum) => ({ minor: sum.at_stake_minor, currency: sum.currency })),
            }))}
            end={canCheckOrders(actor) ? <CheckOrdersButton /> : null}
          />
        }
        filters={
          <FilterBar
            chips={chips}
            end={
              <ColumnMenu
                path={PATH}
                params={params}
                hidden={hidden}
                columns={columns.map(({ key, title }) => ({ key, title: String(title) }))}
              />
            }
          >
            <OrderFilters params={params} customers={customers} />
          </FilterBar>
        }
        footer={<Totals page={page} filter={filter} t={t} hrefOf={hrefOf} />}
      >
        <DataTable
          name={t('title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          hidden={hidden}
          sort={{ key: filter.sort, direction: filter.direction }}
          sortHref={(key, direction) => hrefOf({ sort: key, direction })}
          empty={
            <EmptyState
              action={
                <LinkButton href={chips.length > 0 ? PATH : '/orders?view=all'}>
                  {t(chips.length > 0 ? 'emptyAction' : 'showAll')}
                </LinkButton>
              }
            >
              {t(chips.length > 0 ? 'emptyFiltered' : `empty.${filter.view}`)}
            </EmptyState>
          }
        />
      </Worklist>
    </>
  )
}

type HrefOf = (changes: Readonly<Record<string, string | null>>) => string
type ChipOptions = { filter: OrderFilter; t: Texts; customers: readonly CustomerName[]; hrefOf: HrefOf }

function chipsOf({ filter, t, customers, hrefOf }: ChipOptions): FilterChip[] {
  const chip = (key: string, label: string, value: string | undefined): FilterChip[] =>
    value === undefined || value === '' ? [] : [{ key, label, value, removeHref: hrefOf({ [key]: null }) }]
  return [
    ...chip('q', t('column.number'), filter.q),
    ...chip('customer', t('column.customer'), customers.find(({ code }) => code === filter.customer)?.name ?? filter.customer),
    ...chip('kind', t('column.kinds'), filter.kind && t(`kind.${filter.kind}`)),
  ]
}

type TotalsProps = { page: OrderPage; filter: OrderFilter; t: Texts; hrefOf: HrefOf }

function Totals({ page, filter, t, hrefOf }: TotalsProps) {
  const hasNext = page.total > filter.page * ORDERS_PER_PAGE
  const pager = (
    <Pager
      shown={page.rows.length}
      total={page.total}
      previousHref={filter.page > 1 ? hrefOf({ page: String(filter.page - 1) }) : null}
      nextHref={hasNext ? hrefOf({ page: String(filter.page + 1) }) : null}
    />
  )
  return (
    <StatusLine end={pager}>
      <span>
        <b>{t('filteredCount', { count: page.total })}</b> <span className="m">{t('allRows')}</span>
      </span>
      {page.sums.map((sum) => (
        <span key={sum.currency}>
          {sum.currency} {sum.count} <span className="m">{t('column.atStake')}</span>{' '}
          <MoneyText value={{ minor: sum.at_stake_minor, currency: sum.currency }} strong />
        </span>
      ))}
    </StatusLine>
  )
}
