import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { isId } from '@/core/ids'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canCheckOrders, canDecideExceptions, canDecideRelease } from '@/features/orders/policy'
import type { ExceptionRow } from '@/features/orders/queries/exception-columns'
import { findExceptionHistory } from '@/features/orders/queries/find-exception-history'
import { type ExceptionPage, findException, findExceptions } from '@/features/orders/queries/find-exceptions'
import { EXCEPTION_TABS, ExceptionFilter } from '@/features/orders/schemas'
import { CheckOrdersButton } from '@/features/orders/ui/check-orders-button'
import { ExceptionBulkBar } from '@/features/orders/ui/exception-bulk-bar'
import { exceptionColumns, QUIET_EXCEPTION_COLUMNS } from '@/features/orders/ui/exception-columns'
import { exceptionFilters } from '@/features/orders/ui/exception-filters'
import { ExceptionPeek } from '@/features/orders/ui/exception-peek'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { ColumnMenu } from '@/ui/data-table/column-menu'
import { DataTable } from '@/ui/data-table/data-table'
import { FilteredTotals } from '@/ui/data-table/filtered-totals'
import { NumberedList } from '@/ui/data-table/numbered-list'
import { Selection } from '@/ui/data-table/selection'
import { EmptyFiltered } from '@/ui/empty-filtered'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { isFiltered } from '@/ui/list-filters'
import { listHref, paramOf, paramsOf, peekHref, type SearchParams } from '@/ui/page-address'
import { peekPlace } from '@/ui/peek-place'

const PATH = '/orders/exceptions'

type ExceptionsPageProps = { searchParams: Promise<SearchParams> }

/** The worklist over all orders: what is wrong before release, until when it can be stopped, and what it would cost. */
export default async function ExceptionsPage({ searchParams }: ExceptionsPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  const filter = ExceptionFilter.parse(params)
  const today = companyToday()
  const [t, teams, page, customers] = await Promise.all([
    getTranslations('orders'),
    getTranslations('tasks'),
    findExceptions(actor, filter, today),
    findCustomerNames(actor),
  ])
  const hrefOf = (changes: Readonly<Record<string, string | null>>) => listHref(PATH, params, changes)
  const columns = exceptionColumns({ t, teams, today, hrefOf: (row) => peekHref(PATH, params, row.id) })
  const hidden = params['hide'] === undefined ? [...QUIET_EXCEPTION_COLUMNS] : paramsOf(params, 'hide')
  const peekId = paramOf(params, 'peek')
  const filters = exceptionFilters({ t, teams, filter, customers })
  return (
    <Selection
      ids={page.rows.map((row) => row.id)}
      amounts={Object.fromEntries(page.rows.map((row) => [row.id, { minor: row.at_stake_minor, currency: row.currency }]))}
    >
      <NumberedList
        title={t('exceptionsTitle')}
        path={PATH}
        params={params}
        tabs={{
          name: 'tab',
          current: filter.tab,
          tabs: tabsOf(page, t),
          end: canCheckOrders(actor) ? <CheckOrdersButton /> : null,
        }}
        filters={filters}
        tools={<ColumnMenu path={PATH} params={params} hidden={hidden} columns={columns} />}
        place={{ page: filter.page, shown: page.rows.length, total: page.total }}
        summary={
          <FilteredTotals
            count={t('filteredCount', { count: page.total })}
            note={t('allRows')}
            term={t('column.atStake')}
            sums={page.sums.map((sum) => ({ count: sum.count, amount: { minor: sum.at_stake_minor, currency: sum.currency } }))}
          />
        }
        peek={peekId === undefined ? null : await peekOf({ actor, page, id: peekId, params })}
      >
        <DataTable
          name={t('exceptionsTitle')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowName={(row) => `${row.po_number} ${row.line}`}
          selectable
          hidden={hidden}
          sort={{ key: filter.sort, direction: filter.direction }}
          sortHref={(key, direction) => hrefOf({ sort: key, direction })}
          openKey={peekId ?? null}
          empty={
            isFiltered(filters) ? (
              <EmptyFiltered href={PATH} />
            ) : (
              <EmptyState action={<LinkButton href="/orders">{t('showAll')}</LinkButton>}>{t(`emptyTab.${filter.tab}`)}</EmptyState>
            )
          }
        />
        <ExceptionBulkBar
          versions={Object.fromEntries(page.rows.map((row) => [row.id, row.version]))}
          ownUserId={actor.userId}
          canDecide={mayDecide(actor, page.rows)}
        />
      </NumberedList>
    </Selection>
  )
}

function tabsOf(page: ExceptionPage, t: (key: string) => string) {
  return EXCEPTION_TABS.map((tab) => {
    const sums = page.byTab.filter((sum) => sum.tab === tab)
    return {
      key: tab,
      label: t(`exceptionTab.${tab}`),
      count: sums.reduce((count, sum) => count + sum.count, 0),
      money: tab === 'done' ? [] : sums.map((sum) => ({ minor: sum.at_stake_minor, currency: sum.currency })),
    }
  })
}

function mayDecide(actor: Actor, rows: readonly ExceptionRow[]): boolean {
  return canDecideExceptions(
    actor,
    rows.map((row) => ({ customerId: row.customer_id, ownerTeam: row.owner_team })),
  )
}

type PeekOptions = { actor: Actor; page: ExceptionPage; id: string; params: SearchParams }

async function peekOf({ actor, page, id, params }: PeekOptions) {
  const exception = isId(id) ? await findException(actor, id) : null
  if (!exception) return null
  const [t, history] = await Promise.all([getTranslations('orders'), findExceptionHistory(actor, id)])
  const place = peekPlace({ path: PATH, params, rowIds: page.rows.map((row) => row.id), openId: id })
  return (
    <ExceptionPeek
      exception={exception}
      history={history}
      may={{
        decide: mayDecide(actor, [exception]),
        secondPerson: canDecideRelease(actor, { customerId: exception.customer_id, requestedBy: exception.requested_by ?? '' }),
      }}
      today={companyToday()}
      position={place.index < 0 ? '' : t('positionOf', { position: place.index + 1, count: page.rows.length })}
      {...place.links}
    />
  )
}
