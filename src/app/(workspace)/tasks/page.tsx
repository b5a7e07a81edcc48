import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { canAnswer, canAsk, canClose } from '@/features/tasks/policy'
import { findTaskCounts, type TaskCounts } from '@/features/tasks/queries/find-task-counts'
import { findTasks, TASKS_PER_PAGE, type TaskRow } from '@/features/tasks/queries/find-tasks'
import { TEAMS } from '@/features/tasks/rules/teams'
import { TaskFilter } from '@/features/tasks/schemas'
import { taskColumns } from '@/features/tasks/ui/task-columns'
import { TaskPeek } from '@/features/tasks/ui/task-peek'
import { companyToday } from '@/server/clock'
import { env } from '@/server/env'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { Pager } from '@/ui/data-table/pager'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { EmptyState } from '@/ui/empty-state'
import { FilterBar, type FilterChip } from '@/ui/filter-chips'
import { FilterForm } from '@/ui/filter-form'
import { Select } from '@/ui/form/select'
import { hrefWith, paramOf, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { Tabs } from '@/ui/tabs'

const PATH = '/tasks'
const VIEWS = ['mine', 'asked-by-me', 'all'] as const
const STATES = ['open', 'answered', 'closed', 'all'] as const

type TasksPageProps = { searchParams: Promise<SearchParams> }

export default async function TasksPage({ searchParams }: TasksPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  const [t, counts] = await Promise.all([getTranslations('tasks'), findTaskCounts(actor)])
  const filter = TaskFilter.parse({ view: usualView(counts), ...params })
  const { rows, total } = await findTasks(actor, filter)
  const peekId = paramOf(params, 'peek')
  const hrefOf = (row: TaskRow) => hrefWith(PATH, params, { peek: row.id })
  const chips: FilterChip[] = []
  if (filter.team) chips.push({ key: 'team', label: t('team'), value: t(`teams.${filter.team}`), removeHref: without(params, 'team') })
  if (filter.state !== 'open')
    chips.push({ key: 'state', label: t('column.state'), value: t(`stateFilter.${filter.state}`), removeHref: without(params, 'state') })
  return (
    <>
      <PageTitle hidden>{t('title')}</PageTitle>
      <Worklist
        tabs={
          <Tabs
            current={filter.view}
            tabs={VIEWS.map((view) => ({
              key: view,
              label: t(`view.${view}`),
              href: hrefWith(PATH, params, { view, page: null, peek: null }),
              count: counts[view],
              ...(view === 'mine' && counts.overdue > 0 ? { note: t('overdue', { count: counts.overdue }) } : {}),
            }))}
          />
        }
        filters={
          <FilterBar chips={chips}>
            <FilterForm action={PATH} params={params} fields={['team', 'state', 'page', 'peek']}>
              <Select
                name="team"
                label={t('team')}
                blank={t('anyTeam')}
                defaultValue={filter.team ?? ''}
                choices={TEAMS.map((value) => ({ value, label: t(`teams.${value}`) }))}
              />
              <Select
                name="state"
                label={t('column.state')}
                defaultValue={filter.state}
                choices={STATES.map((value) => ({ value, label: t(`stateFilter.${value}`) }))}
              />
            </FilterForm>
          </FilterBar>
        }
        peek={peekId === undefined ? null : await peekOf({ actor, rows, params, id: peekId })}
        footer={
          <StatusLine
            end={
              <Pager
                shown={rows.length}
                total={total}
                previousHref={filter.page > 1 ? hrefWith(PATH, params, { page: String(filter.page - 1) }) : null}
                nextHref={filter.page * TASKS_PER_PAGE < total ? hrefWith(PATH, params, { page: String(filter.page + 1) }) : null}
              />
            }
          >
            <b>{t('requestCount', { count: total })}</b>
          </StatusLine>
        }
      >
        <DataTable
          name={t('title')}
          columns={taskColumns({ t, today: companyToday(), timeZone: env().RECOUP_TIMEZONE, hrefOf })}
          rows={rows}
          rowKey={(row) => row.id}
          openKey={peekId ?? null}
          empty={<EmptyState>{t(`empty.${filter.view}`)}</EmptyState>}
        />
      </Worklist>
    </>
  )
}

// Who is asked for nothing wants to see what became of the own questions.
function usualView(counts: TaskCounts): TaskFilter['view'] {
  return counts.mine === 0 && counts['asked-by-me'] > 0 ? 'asked-by-me' : 'mine'
}

function without(params: SearchParams, key: string): string {
  return hrefWith(PATH, params, { [key]: null, page: null, peek: null })
}

type PeekOptions = { actor: Actor; rows: readonly TaskRow[]; params: SearchParams; id: string }

async function peekOf({ actor, rows, params, id }: PeekOptions) {
  const index = rows.findIndex((row) => row.id === id)
  const row = rows[index]
  if (!row) return null
  const t = await getTranslations('tasks')
  const subject = { customerId: row.customer_id, team: row.team, createdBy: row.created_by }
  const hrefAt = (at: number) => (rows[at] ? hrefWith(PATH, params, { peek: rows[at].id }) : null)
  return (
    <TaskPeek
      row={row}
      position={t('positionOf', { position: index + 1, count: rows.length })}
      closeHref={hrefWith(PATH, params, { peek: null })}
      previousHref={hrefAt(index - 1)}
      nextHref={hrefAt(index + 1)}
      may={{ answer: canAnswer(actor, subject), remind: canAsk(actor, subject), close: canClose(actor, subject) }}
    />
  )
}
