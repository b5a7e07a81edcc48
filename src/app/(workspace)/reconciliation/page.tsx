import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { isId } from '@/core/ids'
import { type CustomerName, findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canHandleDifference, canReconcile } from '@/features/reconciliation/policy'
import { findDifference } from '@/features/reconciliation/queries/find-difference'
import { DIFFERENCES_PER_PAGE, type DifferencePage, findDifferences } from '@/features/reconciliation/queries/find-differences'
import { DIFFERENCE_STATES } from '@/features/reconciliation/rules/difference-kinds'
import { DifferenceFilter } from '@/features/reconciliation/schemas'
import { DifferenceBulkBar } from '@/features/reconciliation/ui/difference-bulk-bar'
import { differenceColumns, differenceName } from '@/features/reconciliation/ui/difference-columns'
import { DifferenceFilters } from '@/features/reconciliation/ui/difference-filters'
import { DifferenceKindLinks } from '@/features/reconciliation/ui/difference-kind-links'
import { DifferencePeek } from '@/features/reconciliation/ui/difference-peek'
import { ReconcileButton } from '@/features/reconciliation/ui/reconcile-button'
import type { Texts } from '@/features/reconciliation/ui/texts'
import { findComments } from '@/features/tasks/queries/find-comments'
import { findTasksOfSubject } from '@/features/tasks/queries/find-tasks-of-subject'
import { requireActor } from '@/server/session'
import { ColumnMenu } from '@/ui/data-table/column-menu'
import { DataTable } from '@/ui/data-table/data-table'
import { Pager } from '@/ui/data-table/pager'
import { Selection } from '@/ui/data-table/selection'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { EmptyState } from '@/ui/empty-state'
import { FilterBar, type FilterChip } from '@/ui/filter-chips'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { hrefWith, paramOf, paramsOf, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { Tabs } from '@/ui/tabs'

const PATH = '/reconciliation'

type ReconciliationPageProps = { searchParams: Promise<SearchParams> }

export default async function ReconciliationPage({ searchParams }: ReconciliationPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  const filter = DifferenceFilter.parse(params)
  const [t, teams, page, customers] = await Promise.all([
    getTranslations('reconciliation'),
    getTranslations('tasks'),
    findDifferences(actor, filter),
    findCustomerNames(actor),
  ])
  const hrefOf = (changes: Readonly<Record<string, string | null>>) => hrefWith(PATH, params, { page: null, peek: null, ...changes })
  const columns = differenceColumns({ t, teams, hrefOf: (row) => hrefWith(PATH, params, { peek: row.id }) })
  const hidden = params['hide'] === undefined ? (filter.state === 'all' ? [] : ['state']) : paramsOf(params, 'hide')
  const peekId = paramOf(params, 'peek')
  const chips = chipsOf({ filter, t, teams, customers, hrefOf })
  return (
    <>
      <PageTitle hidden>{t('title')}</PageTitle>
      <Selection
        ids={page.rows.map((row) => row.id)}
        amounts={Object.fromEntries(page.rows.map((row) => [row.id, { minor: row.severity_minor, currency: row.currency }]))}
      >
        <Worklist
          tabs={
            <Tabs
              current={filter.state}
              tabs={[...DIFFERENCE_STATES, 'all' as const]
                .map((state) => ({ state, totals: page.byState.filter((one) => state === 'all' || one.state === state) }))
                .map(({ state, totals }) => ({
                  key: state,
                  label: t(`tab.${state}`),
                  href: hrefOf({ state }),
                  count: totals.reduce((sum, total) => sum + total.count, 0),
                  money:
                    state === 'open' || state === 'asked'
                      ? totals.map((total) => ({ minor: total.severity_minor, currency: total.currency }))
                      : [],
                }))}
              end={canReconcile(actor) ? <ReconcileButton /> : null}
            />
          }
          filters={
            <>
              <DifferenceKindLinks byKind={page.byKind} current={filter.kind} hrefOf={(kind) => hrefOf({ kind })} />
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
                <DifferenceFilters params={params} customers={customers} />
              </FilterBar>
            </>
          }
          peek={peekId === undefined ? null : await peekOf({ actor, page, id: peekId, params })}
          footer={<Totals page={page} filter={filter} t={t} hrefOf={hrefOf} />}
        >
          <DataTable
            name={t('title')}
            columns={columns}
            rows={page.rows}
            rowKey={(row) => row.id}
            rowName={differenceName}
            selectable
            hidden={hidden}
            sort={{ key: filter.sort, direction: filter.direction }}
            sortHref={(key, direction) => hrefOf({ sort: key, direction })}
            openKey={peekId ?? null}
            empty={
              <EmptyState action={<LinkButton href={PATH}>{t('emptyAction')}</LinkButton>}>
                {t(chips.length > 0 ? 'emptyFiltered' : 'empty')}
              </EmptyState>
            }
          />
          <DifferenceBulkBar canHandle={page.rows.every((row) => canHandleDifference(actor, { customerId: row.customer_id }))} />
        </Worklist>
      </Selection>
    </>
  )
}

type HrefOf = (changes: Readonly<Record<string, string | null>>) => string
type ChipOptions = { filter: DifferenceFilter; t: Texts; teams: Texts; customers: readonly CustomerName[]; hrefOf: HrefOf }

function chipsOf({ filter, t, teams, customers, hrefOf }: ChipOptions): FilterChip[] {
  const chip = (key: string, label: string, value: string | undefined): FilterChip[] =>
    value === undefined || value === '' ? [] : [{ key, label, value, removeHref: hrefOf({ [key]: null }) }]
  return [
    ...chip('q', t('filter.q'), filter.q),
    ...chip('customer', t('column.customer'), customers.find(({ code }) => code === filter.customer)?.name ?? filter.customer),
    ...chip('kind', t('column.kind'), filter.kind && t(`kind.${filter.kind}`)),
    ...chip('team', t('column.team'), filter.team && teams(`teams.${filter.team}`)),
  ]
}

type TotalsProps = { page: DifferencePage; filter: DifferenceFilter; t: Texts; hrefOf: HrefOf }

function Totals({ page, filter, t, hrefOf }: TotalsProps) {
  const hasNext = page.total > filter.page * DIFFERENCES_PER_PAGE
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
          {sum.currency} {sum.count} <MoneyText value={{ minor: sum.severity_minor, currency: sum.currency }} strong />
        </span>
      ))}
    </StatusLine>
  )
}

type PeekOptions = { actor: Actor; page: DifferencePage; id: string; params: SearchParams }

async function peekOf({ actor, page, id, params }: PeekOptions) {
  const detail = isId(id) ? await findDifference(actor, id) : null
  if (!detail) return null
  const [t, comments, tasks] = await Promise.all([
    getTranslations('reconciliation'),
    findComments(actor, 'difference', id),
    findTasksOfSubject(actor, 'difference', id),
  ])
  const index = page.rows.findIndex((row) => row.id === id)
  const hrefOf = (at: number) => (page.rows[at] ? hrefWith(PATH, params, { peek: page.rows[at].id }) : null)
  return (
    <DifferencePeek
      detail={detail}
      comments={comments}
      tasks={tasks}
      canHandle={canHandleDifference(actor, { customerId: detail.row.customer_id })}
      position={index < 0 ? '' : t('positionOf', { position: index + 1, count: page.rows.length })}
      closeHref={hrefWith(PATH, params, { peek: null })}
      previousHref={index > 0 ? hrefOf(index - 1) : null}
      nextHref={index < 0 ? null : hrefOf(index + 1)}
    />
  )
}
