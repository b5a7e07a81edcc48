import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canCheckOrders } from '@/features/orders/policy'
import { findOrders } from '@/features/orders/queries/find-orders'
import { OrderFilter } from '@/features/orders/schemas'
import { CheckOrdersButton } from '@/features/orders/ui/check-orders-button'
import { orderColumns } from '@/features/orders/ui/order-columns'
import { orderFilters } from '@/features/orders/ui/order-filters'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { ColumnMenu } from '@/ui/data-table/column-menu'
import { DataTable } from '@/ui/data-table/data-table'
import { DensityMenu, densityOf } from '@/ui/data-table/density-menu'
import { FilteredTotals } from '@/ui/data-table/filtered-totals'
import { NumberedList } from '@/ui/data-table/numbered-list'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { isFiltered } from '@/ui/list-filters'
import { listHref, paramsOf, type SearchParams } from '@/ui/page-address'
import { ListViews, openRoleView } from '../_views/list-views'

const PATH = '/orders'
const VIEWS = ['exceptions', 'held', 'all'] as const

type OrdersPageProps = { searchParams: Promise<SearchParams> }

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  await openRoleView(actor, 'orders', params)
  const filter = OrderFilter.parse(params)
  const [t, page, customers] = await Promise.all([getTranslations('orders'), findOrders(actor, filter), findCustomerNames(actor)])
  const filters = orderFilters(t, filter, customers)
  const columns = orderColumns({ t, today: companyToday() })
  const hidden = paramsOf(params, 'hide')
  return (
    <NumberedList
      title={t('title')}
      path={PATH}
      params={params}
      tabs={{
        name: 'view',
        current: filter.view,
        tabs: VIEWS.map((view) => ({ view, sums: page.byView.filter((sum) => sum.view === view) })).map(({ view, sums }) => ({
          key: view,
          label: t(`tab.${view}`),
          count: sums.reduce((count, sum) => count + sum.count, 0),
          money: view === 'all' ? [] : sums.map((sum) => ({ minor: sum.at_stake_minor, currency: sum.currency })),
        })),
        end: (
          <>
            <LinkButton href="/orders/exceptions">{t('openExceptions')}</LinkButton>
            <LinkButton href="/orders/price-changes">{t('openPriceChanges')}</LinkButton>
            <LinkButton href="/orders/terms">{t('openTerms')}</LinkButton>
            {canCheckOrders(actor) ? <CheckOrdersButton /> : null}
          </>
        ),
      }}
      filters={filters}
      tools={
        <>
          <ListViews actor={actor} page="orders" params={params} />
          <ColumnMenu path={PATH} params={params} hidden={hidden} columns={columns} />
          <DensityMenu path={PATH} params={params} />
        </>
      }
      place={{ page: filter.page, shown: page.rows.length, total: page.total }}
      summary={
        <FilteredTotals
          count={t('filteredCount', { count: page.total })}
          note={t('allRows')}
          term={t('column.atStake')}
          sums={page.sums.map((sum) => ({ count: sum.count, amount: { minor: sum.at_stake_minor, currency: sum.currency } }))}
        />
      }
    >
      <DataTable
        name={t('title')}
        columns={columns}
        rows={page.rows}
        rowKey={(row) => row.id}
        hidden={hidden}
        density={densityOf(params)}
        sort={{ key: filter.sort, direction: filter.direction }}
        sortHref={(key, direction) => listHref(PATH, params, { sort: key, direction })}
        empty={
          <EmptyState
            action={
              <LinkButton href={isFiltered(filters) ? PATH : '/orders?view=all'}>
                {t(isFiltered(filters) ? 'emptyAction' : 'showAll')}
              </LinkButton>
            }
          >
            {t(isFiltered(filters) ? 'emptyFiltered' : `empty.${filter.view}`)}
          </EmptyState>
        }
      />
    </NumberedList>
  )
}
