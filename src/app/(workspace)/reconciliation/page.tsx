import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { isId } from '@/core/ids'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canHandleDifference, canReconcile, canSeeTolerances } from '@/features/reconciliation/policy'
import { findDifference } from '@/features/reconciliation/queries/find-difference'
import { type DifferencePage, findDifferences } from '@/features/reconciliation/queries/find-differences'
import { DIFFERENCE_STATES } from '@/features/reconciliation/rules/difference-kinds'
import { DifferenceFilter } from '@/features/reconciliation/schemas'
import { chosenDifference } from '@/features/reconciliation/ui/chosen-difference'
import { DifferenceBulkBar } from '@/features/reconciliation/ui/difference-bulk-bar'
import { differenceColumns, differenceName } from '@/features/reconciliation/ui/difference-columns'
import { differenceFilters } from '@/features/reconciliation/ui/difference-filters'
import { DifferenceKindLinks } from '@/features/reconciliation/ui/difference-kind-links'
import { DifferencePeek } from '@/features/reconciliation/ui/difference-peek'
import { ReconcileButton } from '@/features/reconciliation/ui/reconcile-button'
import { findComments } from '@/features/tasks/queries/find-comments'
import { findTasksOfSubject } from '@/features/tasks/queries/find-tasks-of-subject'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { ColumnMenu } from '@/ui/data-table/column-menu'
import { DataTable } from '@/ui/data-table/data-table'
import { DensityMenu, densityOf } from '@/ui/data-table/density-menu'
import { FilteredTotals } from '@/ui/data-table/filtered-totals'
import { NumberedPager } from '@/ui/data-table/numbered-pager'
import { Selection } from '@/ui/data-table/selection'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { isFiltered, ListFilters } from '@/ui/list-filters'
import { ListTabs } from '@/ui/list-tabs'
import { listHref, paramOf, paramsOf, peekHref, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { peekPlace } from '@/ui/peek-place'
import { ListViews, openRoleView } from '../_views/list-views'

const PATH = '/reconciliation'

type ReconciliationPageProps = { searchParams: Promise<SearchParams> }

export default async function ReconciliationPage({ searchParams }: ReconciliationPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  await openRoleView(actor, 'reconciliation', params)
  const filter = DifferenceFilter.parse(params)
  const [t, teams, page, customers] = await Promise.all([
    getTranslations('reconciliation'),
    getTranslations('tasks'),
    findDifferences(actor, filter),
    findCustomerNames(actor),
  ])
  const today = companyToday()
  const hrefOf = (changes: Readonly<Record<string, string | null>>) => listHref(PATH, params, changes)
  const columns = differenceColumns({ t, teams, today, hrefOf: (row) => peekHref(PATH, params, row.id) })
  const hidden = params['hide'] === undefined ? (filter.state === 'all' ? ['match'] : ['state', 'match']) : paramsOf(params, 'hide')
  const peekId = paramOf(params, 'peek')
  const filters = differenceFilters({ t, teams, filter, customers })
  return (
    <>
      <PageTitle hidden>{t('title')}</PageTitle>
      <Selection
        ids={page.rows.map((row) => row.id)}
        amounts={Object.fromEntries(page.rows.map((row) => [row.id, { minor: row.severity_minor, currency: row.currency }]))}
      >
        <Worklist
          tabs={
            <ListTabs
              path={PATH}
              params={params}
              name="state"
              current={filter.state}
              tabs={[...DIFFERENCE_STATES, 'all' as const]
                .map((state) => ({ state, totals: page.byState.filter((one) => state === 'all' || one.state === state) }))
                .map(({ state, totals }) => ({
                  key: state,
                  label: t(`tab.${state}`),
                  count: totals.reduce((sum, total) => sum + total.count, 0),
                  money:
                    state === 'open' || state === 'asked'
                      ? totals.map((total) => ({ minor: total.severity_minor, currency: total.currency }))
                      : [],
                }))}
              end={
                <div className="row">
                  {canSeeTolerances(actor) && <LinkButton href={`${PATH}/tolerances`}>{t('tolerance.listTitle')}</LinkButton>}
                  {canReconcile(actor) && <ReconcileButton />}
                </div>
              }
            />
          }
          filters={
            <>
              <DifferenceKindLinks byKind={page.byKind} current={filter.kind} hrefOf={(kind) => hrefOf({ kind })} />
              <ListFilters
                path={PATH}
                params={params}
                filters={filters}
                end={
                  <>
                    <ListViews actor={actor} page="reconciliation" params={params} />
                    <ColumnMenu path={PATH} params={params} hidden={hidden} columns={columns} />
                    <DensityMenu path={PATH} params={params} />
                  </>
                }
              />
            </>
          }
          peek={peekId === undefined ? null : await peekOf({ actor, page, id: peekId, params })}
          footer={
            <StatusLine end={<NumberedPager path={PATH} params={params} page={filter.page} shown={page.rows.length} total={page.total} />}>
              <FilteredTotals
                count={t('filteredCount', { count: page.total })}
                note={t('allRows')}
                sums={page.sums.map((sum) => ({ count: sum.count, amount: { minor: sum.severity_minor, currency: sum.currency } }))}
              />
            </StatusLine>
          }
        >
          <DataTable
            name={t('title')}
            columns={columns}
            rows={page.rows}
            rowKey={(row) => row.id}
            rowName={differenceName}
            selectable
            hidden={hidden}
            density={densityOf(params)}
            sort={{ key: filter.sort, direction: filter.direction }}
            sortHref={(key, direction) => hrefOf({ sort: key, direction })}
            openKey={peekId ?? null}
            empty={
              <EmptyState action={<LinkButton href={PATH}>{t('emptyAction')}</LinkButton>}>
                {t(isFiltered(filters) ? 'emptyFiltered' : 'empty')}
              </EmptyState>
            }
          />
          <DifferenceBulkBar
            canHandle={page.rows.every((row) => canHandleDifference(actor, { customerId: row.customer_id }))}
            rows={page.rows.map((row) => chosenDifference(row, t, teams))}
          />
        </Worklist>
      </Selection>
    </>
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
  const place = peekPlace({ path: PATH, params, rowIds: page.rows.map((row) => row.id), openId: id })
  return (
    <DifferencePeek
      detail={detail}
      comments={comments}
      tasks={tasks}
      today={companyToday()}
      canHandle={canHandleDifference(actor, { customerId: detail.row.customer_id })}
      position={place.index < 0 ? '' : t('positionOf', { position: place.index + 1, count: page.rows.length })}
      {...place.links}
    />
  )
}
