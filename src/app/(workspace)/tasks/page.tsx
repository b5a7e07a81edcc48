import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { canAnswer, canAsk, canClose } from '@/features/tasks/policy'
import { findTaskCounts, type TaskCounts } from '@/features/tasks/queries/find-task-counts'
import { findTasks, type TaskRow } from '@/features/tasks/queries/find-tasks'
import { TaskFilter } from '@/features/tasks/schemas'
import { taskColumns } from '@/features/tasks/ui/task-columns'
import { taskFilters } from '@/features/tasks/ui/task-filters'
import { TaskPeek } from '@/features/tasks/ui/task-peek'
import { companyToday } from '@/server/clock'
import { env } from '@/server/env'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { NumberedList } from '@/ui/data-table/numbered-list'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { paramOf, peekHref, type SearchParams } from '@/ui/page-address'
import { peekPlace } from '@/ui/peek-place'
import { ListViews, openRoleView } from '../_views/list-views'

const PATH = '/tasks'
const VIEWS = ['mine', 'asked-by-me', 'all'] as const

type TasksPageProps = { searchParams: Promise<SearchParams> }

export default async function TasksPage({ searchParams }: TasksPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  await openRoleView(actor, 'tasks', params)
  const [t, counts] = await Promise.all([getTranslations('tasks'), findTaskCounts(actor)])
  const filter = TaskFilter.parse({ view: usualView(counts), ...params })
  const { rows, total } = await findTasks(actor, filter)
  const peekId = paramOf(params, 'peek')
  const hrefOf = (row: TaskRow) => peekHref(PATH, params, row.id)
  return (
    <NumberedList
      title={t('title')}
      path={PATH}
      params={params}
      tabs={{
        name: 'view',
        current: filter.view,
        tabs: VIEWS.map((view) => ({
          key: view,
          label: t(`view.${view}`),
          count: counts[view],
          ...(view === 'mine' && counts.overdue > 0 ? { note: t('overdue', { count: counts.overdue }) } : {}),
        })),
      }}
      filters={taskFilters(t, filter)}
      tools={
        <>
          <LinkButton href="/tasks/waiting">{t('waiting.title')}</LinkButton>
          <ListViews actor={actor} page="tasks" params={params} />
        </>
      }
      place={{ page: filter.page, shown: rows.length, total: total }}
      summary={<b>{t('requestCount', { count: total })}</b>}
      peek={peekId === undefined ? null : await peekOf({ actor, rows, params, id: peekId })}
    >
      <DataTable
        name={t('title')}
        columns={taskColumns({ t, today: companyToday(), timeZone: env().RECOUP_TIMEZONE, hrefOf })}
        rows={rows}
        rowKey={(row) => row.id}
        openKey={peekId ?? null}
        empty={<EmptyState>{t(`empty.${filter.view}`)}</EmptyState>}
      />
    </NumberedList>
  )
}

// Who is asked for nothing wants to see what became of the own questions.
function usualView(counts: TaskCounts): TaskFilter['view'] {
  return counts.mine === 0 && counts['asked-by-me'] > 0 ? 'asked-by-me' : 'mine'
}

type PeekOptions = { actor: Actor; rows: readonly TaskRow[]; params: SearchParams; id: string }

async function peekOf({ actor, rows, params, id }: PeekOptions) {
  const place = peekPlace({ path: PATH, params, rowIds: rows.map((row) => row.id), openId: id })
  const row = rows[place.index]
  if (!row) return null
  const t = await getTranslations('tasks')
  const subject = { customerId: row.customer_id, team: row.team, createdBy: row.created_by }
  return (
    <TaskPeek
      row={row}
      position={t('positionOf', { position: place.index + 1, count: rows.length })}
      {...place.links}
      may={{ answer: canAnswer(actor, subject), remind: canAsk(actor, subject), close: canClose(actor, subject) }}
    />
  )
}
