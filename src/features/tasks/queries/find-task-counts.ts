import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { teamsOfRoles } from '../rules/teams'
import { isOverdue } from './task-due'

export type TaskCounts = { mine: number; 'asked-by-me': number; all: number; overdue: number }

/** Open requests per view of the list; overdue are those of the own teams. */
export async function findTaskCounts(actor: Actor): Promise<TaskCounts> {
  const teams = [...teamsOfRoles(actor.roles)]
  const userId = actor.kind === 'job' ? null : actor.userId
  const [counts] = await select<TaskCounts>(sql`
    SELECT count(*) FILTER (WHERE t.team = ANY(${teams}::text[]))::int AS mine,
      count(*) FILTER (WHERE t.created_by = ${userId}::uuid)::int AS "asked-by-me", count(*)::int AS "all",
      count(*) FILTER (WHERE t.team = ANY(${teams}::text[]) AND ${isOverdue(sql`t.due_at`)})::int AS overdue
    FROM task t WHERE t.state = 'open' AND ${scopeOf(actor, sql`t.customer_id`)}`)
  return counts ?? { mine: 0, 'asked-by-me': 0, all: 0, overdue: 0 }
}
