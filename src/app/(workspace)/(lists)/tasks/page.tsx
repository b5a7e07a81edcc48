import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { isId } from '@/core/ids'
import type { ListBatch } from '@/core/list-shape'
import { canAnswer, canAsk, canClose } from '@/features/tasks/policy'
import { findTask } from '@/features/tasks/queries/find-task'
import { findTaskCounts, type TaskCounts } from '@/features/tasks/queries/find-task-counts'
import { findTeamPeople } from '@/features/tasks/queries/find-team-people'
import { TASK_SOURCE } from '@/features/tasks/queries/task-list'
import { teamsArranged } from '@/features/tasks/rules/teams'
import { TaskList } from '@/features/tasks/ui/task-list'
import { TaskPeek } from '@/features/tasks/ui/task-peek'
import { requireActor } from '@/server/session'
import { LinkButton } from '@/ui/link-button'
import { paramOf, type SearchParams } from '@/ui/page-address'
import { peekPlace } from '@/ui/peek-place'
import { ListScreen } from '../_lists/list-screen'
import { listParams } from '../_views/list-views'

type TasksPageProps = { searchParams: Promise<SearchParams> }

export default async function TasksPage({ searchParams }: TasksPageProps) {
  const actor = await requireActor()
  const [t, counts, people] = await Promise.all([getTranslations('tasks'), findTaskCounts(actor), findTeamPeople()])
  const params = { view: usualView(counts), ...(await listParams(actor, 'tasks', await searchParams)) }
  const peekId = paramOf(params, 'peek')
  return (
    <ListScreen
      actor={actor}
      source={TASK_SOURCE}
      view="tasks"
      params={params}
      people={people.map(({ id, name }) => ({ value: id, label: name }))}
      List={(props) => <TaskList {...props} people={people} teams={teamsArranged(actor.roles)} />}
      tools={<LinkButton href="/tasks/waiting">{t('waiting.title')}</LinkButton>}
      tabNotes={counts.overdue > 0 ? { mine: t('overdue', { count: counts.overdue }) } : {}}
      peek={(batch, count) => (peekId === undefined ? Promise.resolve(null) : peekOf({ actor, batch, count, params, id: peekId }))}
    />
  )
}

// Who is asked for nothing wants to see what became of the own questions.
function usualView(counts: TaskCounts): string {
  return counts.mine === 0 && counts['asked-by-me'] > 0 ? 'asked-by-me' : 'mine'
}

type PeekOptions = { actor: Actor; batch: ListBatch; count: number; params: SearchParams; id: string }

async function peekOf({ actor, batch, count, params, id }: PeekOptions) {
  const row = isId(id) ? await findTask(actor, id) : null
  if (!row) return null
  const t = await getTranslations('ui')
  const place = peekPlace({ path: TASK_SOURCE.shape.path, params, rowIds: batch.rows.map((one) => one.id), openId: id })
  const subject = { customerId: row.customer_id, team: row.team, createdBy: row.created_by }
  return (
    <TaskPeek
      row={row}
      count={count}
      position={place.index < 0 ? '' : t('positionOf', { position: place.index + 1, count })}
      {...place.links}
      may={{ answer: canAnswer(actor, subject), remind: canAsk(actor, subject), close: canClose(actor, subject) }}
    />
  )
}
