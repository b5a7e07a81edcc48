import { getLocale, getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canDecide, canEnter } from '@/features/deductions/policy'
import { findAssignees } from '@/features/deductions/queries/find-assignees'
import { findCauses } from '@/features/deductions/queries/find-causes'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { findDeductions, type TrackerPage } from '@/features/deductions/queries/find-deductions'
import { findPriorities } from '@/features/deductions/queries/find-priorities'
import { batchOf } from '@/features/deductions/queries/find-row-batch'
import { findTrackerTabs } from '@/features/deductions/queries/find-tracker-tabs'
import { BULK_JOB_MAX } from '@/features/deductions/rules/bulk'
import { readTrackerFilter } from '@/features/deductions/schemas'
import { causeChoices } from '@/features/deductions/ui/cause-name'
import { DeductionPeek } from '@/features/deductions/ui/deduction-peek'
import { EnterDialog } from '@/features/deductions/ui/enter-dialog'
import { QUIET_COLUMNS, trackerColumns } from '@/features/deductions/ui/tracker-columns'
import { trackerFilters } from '@/features/deductions/ui/tracker-filters'
import { TrackerList } from '@/features/deductions/ui/tracker-list'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { arrangeColumns, readArrangement } from '@/ui/data-table/arrange-columns'
import { CursorPager } from '@/ui/data-table/cursor-pager'
import { ListPlace } from '@/ui/data-table/list-place'
import { rowsQuery } from '@/ui/data-table/rows-query'
import { Selection } from '@/ui/data-table/selection'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { EmptyFiltered } from '@/ui/empty-filtered'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { isFiltered, ListFilters } from '@/ui/list-filters'
import { OwnAddress } from '@/ui/own-address'
import { hrefWith, paramOf, paramsOf, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { peekPlace } from '@/ui/peek-place'
import { listParams } from '../_views/list-views'
import { GroupedTracker } from './grouped-tracker'
import { TrackerBuilder } from './tracker-builder'
import { TrackerFooter } from './tracker-footer'
import { TrackerTabs } from './tracker-tabs'
import { TrackerTools } from './tracker-tools'

const PATH = '/deductions'

type DeductionsPageProps = { searchParams: Promise<SearchParams> }

export default async function DeductionsPage({ searchParams }: DeductionsPageProps) {
  const actor = await requireActor()
  // Whoever comes without a question sees what is open: the rows that the rail counts.
  const params = await listParams(actor, 'deductions', await searchParams, { tab: 'open' })
  const filter = readTrackerFilter(params)
  const [t, teams, locale, causes, page, tabs, customers, people] = await Promise.all([
    getTranslations('deductions'),
    getTranslations('tasks'),
    getLocale(),
    findCauses(),
    findDeductions(actor, filter),
    findTrackerTabs(actor, filter),
    findCustomerNames(actor),
    findAssignees(actor),
  ])
  const today = companyToday()
  const mayEnter = customers.filter((customer) => canEnter(actor, { customerId: customer.id }))
  const hidden = params['hide'] === undefined ? [...QUIET_COLUMNS] : paramsOf(params, 'hide')
  const peekId = paramOf(params, 'peek')
  const columns = arrangeColumns(trackerColumns({ t, locale, today, hrefOf: () => PATH }), readArrangement(params)).map(
    ({ key, title }) => ({ key, title }),
  )
  const filters = trackerFilters({
    t,
    filter,
    customers,
    causes,
    people,
    locale,
    teamName: (team) => teams(`teams.${team}`),
    notFound: page.notFound.length,
    isNear: page.isNear,
  })
  const parts = {
    tabs: <TrackerTabs path={PATH} tabs={tabs} current={filter.tab} params={params} />,
    filters: (
      <ListFilters
        path={PATH}
        params={params}
        filters={filters}
        builder={<TrackerBuilder path={PATH} params={params} filter={filter} customers={customers} causes={causes} people={people} />}
        end={
          <TrackerTools
            actor={actor}
            path={PATH}
            params={params}
            group={filter.group}
            columns={columns}
            hidden={hidden}
            mayPaste={people.length > 0}
            causes={causeChoices(causes, locale)}
          >
            {mayEnter.length > 0 && <EnterDialog customers={mayEnter} today={today} />}
          </TrackerTools>
        }
      />
    ),
    peek: peekId === undefined ? null : await peekOf({ actor, page, id: peekId, params, today }),
    footer: (
      <StatusLine
        end={
          filter.group === '' && (
            <ListPlace total={page.isAtLeast ? null : page.count}>
              <CursorPager
                path={PATH}
                params={params}
                shown={page.rows.length}
                total={page.count}
                isTotalExact={!page.isAtLeast}
                nextAfter={page.nextAfter}
              />
            </ListPlace>
          )
        }
      >
        <TrackerFooter actor={actor} filter={filter} page={page} />
      </StatusLine>
    ),
  }
  return (
    <>
      <PageTitle hidden>{t('title')}</PageTitle>
      <OwnAddress href={hrefWith(PATH, params, {})} />
      {filter.group === '' ? (
        <TrackerList
          key={rowsQuery(params)}
          path={PATH}
          params={params}
          filter={filter}
          initial={batchOf(page, filter.after)}
          initialFirst={Math.max(0, Math.trunc(Number(paramOf(params, 'at') ?? 0)) || 0)}
          count={page.count}
          isCountExact={!page.isAtLeast}
          matching={!page.isAtLeast && page.count <= BULK_JOB_MAX ? page.count : undefined}
          hidden={hidden}
          today={today}
          ownUserId={actor.userId}
          causes={causeChoices(causes, locale)}
          people={people.map(({ id, name }) => ({ id, name }))}
          canDecide={canDecide(actor, [])}
          {...parts}
          empty={
            isFiltered(filters) || filter.where !== '' ? (
              <EmptyFiltered href={PATH} />
            ) : (
              <EmptyState action={<LinkButton href={PATH}>{t('emptyAction')}</LinkButton>}>{t('empty')}</EmptyState>
            )
          }
        />
      ) : (
        <Selection ids={[]}>
          <Worklist {...parts}>
            <GroupedTracker path={PATH} actor={actor} filter={filter} by={filter.group} page={page} params={params} today={today} />
          </Worklist>
        </Selection>
      )}
    </>
  )
}

type PeekOptions = { actor: Actor; page: TrackerPage; id: string; params: SearchParams; today: CalendarDate }

async function peekOf({ actor, page, id, params, today }: PeekOptions) {
  const detail = await findDeduction(actor, id)
  if (!detail) return null
  const [kit, priorities] = await Promise.all([getTranslations('ui'), findPriorities([id], today)])
  const place = peekPlace({ path: PATH, params, rowIds: page.rows.map((row) => row.id), openId: id })
  return (
    <DeductionPeek
      detail={detail}
      priority={priorities.get(id)}
      count={page.count}
      today={today}
      position={place.index < 0 ? '' : kit('positionOf', { position: place.index + 1, count: page.count })}
      {...place.links}
    />
  )
}
