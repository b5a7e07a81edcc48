import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { isId } from '@/core/ids'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canHandleDifference } from '@/features/reconciliation/policy'
import { findSignal, findSignals, type SignalPage } from '@/features/reconciliation/queries/find-signals'
import { SIGNAL_STATES } from '@/features/reconciliation/rules/signal-kinds'
import { SignalFilter } from '@/features/reconciliation/schemas'
import { signalColumns, signalName } from '@/features/reconciliation/ui/signal-columns'
import { signalFilters } from '@/features/reconciliation/ui/signal-filters'
import { SignalPeek } from '@/features/reconciliation/ui/signal-peek'
import { findTasksOfSubject } from '@/features/tasks/queries/find-tasks-of-subject'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { ColumnMenu } from '@/ui/data-table/column-menu'
import { DataTable } from '@/ui/data-table/data-table'
import { FilteredTotals } from '@/ui/data-table/filtered-totals'
import { NumberedList } from '@/ui/data-table/numbered-list'
import { EmptyFiltered } from '@/ui/empty-filtered'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { isFiltered } from '@/ui/list-filters'
import { listHref, paramOf, paramsOf, peekHref, type SearchParams } from '@/ui/page-address'
import { peekPlace } from '@/ui/peek-place'

const PATH = '/signals'

type SignalsPageProps = { searchParams: Promise<SearchParams> }

/** Steps that are late, missing or refused: who puts them right, until when, what is at stake. */
export default async function SignalsPage({ searchParams }: SignalsPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  const filter = SignalFilter.parse(params)
  const [t, teams, page, customers] = await Promise.all([
    getTranslations('shipments'),
    getTranslations('tasks'),
    findSignals(actor, filter),
    findCustomerNames(actor),
  ])
  const today = companyToday()
  const columns = signalColumns({ t, teams, today, hrefOf: (row) => peekHref(PATH, params, row.id) })
  const hidden = params['hide'] === undefined ? (filter.state === 'all' ? [] : ['state']) : paramsOf(params, 'hide')
  const peekId = paramOf(params, 'peek')
  const filters = signalFilters({ t, teams, filter, customers, byKind: page.byKind })
  return (
    <NumberedList
      title={t('signal.title')}
      path={PATH}
      params={params}
      tabs={{
        name: 'state',
        current: filter.state,
        tabs: [...SIGNAL_STATES, 'all' as const]
          .map((state) => ({ state, totals: page.byState.filter((one) => state === 'all' || one.state === state) }))
          .map(({ state, totals }) => ({
            key: state,
            label: t(`signal.tab.${state}`),
            count: totals.reduce((sum, total) => sum + total.count, 0),
            money:
              state === 'open' || state === 'asked'
                ? totals.map((total) => ({ minor: total.at_stake_minor, currency: total.currency }))
                : [],
          })),
      }}
      filters={filters}
      tools={
        <>
          <LinkButton href={`${PATH}/clocks`}>{t('signal.clocks')}</LinkButton>
          <ColumnMenu path={PATH} params={params} hidden={hidden} columns={columns} />
        </>
      }
      place={{ page: filter.page, shown: page.rows.length, total: page.total }}
      summary={
        <FilteredTotals
          count={t('signal.filteredCount', { count: page.total })}
          note={t('signal.allRows')}
          sums={page.sums.map((sum) => ({ count: sum.count, amount: { minor: sum.at_stake_minor, currency: sum.currency } }))}
        />
      }
      peek={peekId === undefined ? null : await peekOf({ actor, page, id: peekId, params })}
    >
      <DataTable
        name={t('signal.title')}
        columns={columns}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowName={signalName}
        hidden={hidden}
        sort={{ key: filter.sort, direction: filter.direction }}
        sortHref={(key, direction) => listHref(PATH, params, { sort: key, direction })}
        openKey={peekId ?? null}
        empty={isFiltered(filters) ? <EmptyFiltered href={PATH} /> : <EmptyState>{t('signal.nothing')}</EmptyState>}
      />
    </NumberedList>
  )
}

type PeekOptions = { actor: Actor; page: SignalPage; id: string; params: SearchParams }

async function peekOf({ actor, page, id, params }: PeekOptions) {
  const detail = isId(id) ? await findSignal(actor, id) : null
  if (!detail) return null
  const [t, tasks] = await Promise.all([getTranslations('shipments'), findTasksOfSubject(actor, 'signal', id)])
  const place = peekPlace({ path: PATH, params, rowIds: page.rows.map((row) => row.id), openId: id })
  return (
    <SignalPeek
      detail={detail}
      tasks={tasks}
      today={companyToday()}
      canAsk={canHandleDifference(actor, { customerId: detail.row.customer_id })}
      position={place.index < 0 ? '' : t('signal.positionOf', { position: place.index + 1, count: page.total })}
      {...place.links}
    />
  )
}
