import { getTranslations } from 'next-intl/server'
import { canAnnouncePrices } from '@/features/agreements/policy'
import { findPriceChanges } from '@/features/agreements/queries/find-price-changes'
import { PRICE_CHANGE_TABS, PriceChangeFilter } from '@/features/agreements/schemas'
import { AnnounceBar } from '@/features/agreements/ui/announce-dialog'
import { priceChangeColumns } from '@/features/agreements/ui/price-change-columns'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { NumberedList } from '@/ui/data-table/numbered-list'
import { Selection } from '@/ui/data-table/selection'
import { EmptyState } from '@/ui/empty-state'
import type { SearchParams } from '@/ui/page-address'

const PATH = '/orders/price-changes'

type PriceChangesPageProps = { searchParams: Promise<SearchParams> }

/** The cost-change calendar: new prices week by week, and whether each customer was told in time. */
export default async function PriceChangesPage({ searchParams }: PriceChangesPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  const filter = PriceChangeFilter.parse(params)
  const today = companyToday()
  const [t, page, customers] = await Promise.all([
    getTranslations('agreements'),
    findPriceChanges(actor, filter, today),
    findCustomerNames(actor),
  ])
  const countOf = (...states: string[]) =>
    page.byState.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0)
  const missed = countOf('missed')
  return (
    <Selection ids={page.rows.map((row) => row.id)}>
      <NumberedList
        title={t('priceChanges')}
        path={PATH}
        params={params}
        tabs={{
          name: 'tab',
          current: filter.tab,
          tabs: PRICE_CHANGE_TABS.map((tab) => ({
            key: tab,
            label: t(`tab.${tab}`),
            count: tab === 'all' ? countOf('due', 'missed', 'late', 'announced') : tab === 'open' ? countOf('due', 'missed') : countOf(tab),
            ...(tab === 'open' && missed > 0 ? { note: t('missedNote', { count: missed }) } : {}),
          })),
        }}
        filters={[customerFilter({ label: t('column.customer'), value: filter.customer, customers })]}
        place={{ page: filter.page, shown: page.rows.length, total: page.total }}
        summary={<b>{t('changeCount', { count: page.total })}</b>}
      >
        <DataTable
          name={t('priceChanges')}
          columns={priceChangeColumns({ t, today, rows: page.rows })}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowName={(row) => `${row.customer_name} ${row.item}`}
          selectable
          empty={<EmptyState>{t(`empty.${filter.tab}`)}</EmptyState>}
        />
        <AnnounceBar canAnnounce={canAnnouncePrices(actor)} today={today} />
      </NumberedList>
    </Selection>
  )
}
