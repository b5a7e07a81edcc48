import type { Actor } from '@/core/actor'
import { empty, type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import type { RequestWording } from '../rules/request-wording'
import { type SubjectKind, type TaskState, type Team, teamsOfRoles } from '../rules/teams'
import type { TaskFilter } from '../schemas'

export type TaskRow = {
  id: string
  number: number
  kind: string
  title: string
  wording: RequestWording | null
  body: string | null
  answer: string | null
  team: Team
  state: TaskState
  due_at: Date | null
  created_at: Date
  version: number
  customer_id: string | null
  created_by: string | null
  customer_name: string | null
  asked_by: string | null
  subject_kind: SubjectKind
  subject_id: string
  subject_label: string | null
  amount_minor: bigint | null
  currency: string | null
}

/** The requests a person has to answer, has asked, or watches over; the ones due first come first. */
export async function findTasks(actor: Actor, filter: TaskFilter): Promise<{ rows: TaskRow[]; total: number }> {
  const where = sql`${scopeOf(actor, sql`t.customer_id`)} AND ${viewOf(actor, filter)} AND ${stateOf(filter)}
    ${filter.team ? sql`AND t.team = ${filter.team}` : empty}`
  const rows = await select<TaskRow>(sql`
    SELECT t.id, t.number, t.kind, t.title, t.body, t.wording, t.answer, t.team, t.state, t.due_at, t.created_at, t.version, t.customer_id, t.created_by, c.name AS customer_name,
      u.name AS asked_by, t.subject_kind, t.subject_id, d.claim_number AS subject_label, d.amount_minor, d.currency
    FROM task t LEFT JOIN customer c ON c.id = t.customer_id LEFT JOIN app_user u ON u.id = t.created_by
    LEFT JOIN deduction d ON t.subject_kind = 'deduction' AND d.id = t.subject_id
    WHERE ${where} ORDER BY t.due_at NULLS LAST, t.number ${limitToPage(filter.page)}`)
  const [count] = await select<{ total: number }>(sql`SELECT count(*)::int AS total FROM task t WHERE ${where}`)
  return { rows, total: count?.total ?? 0 }
}

function viewOf(actor: Actor, filter: TaskFilter): Sql {
  if (filter.view === 'all') return sql`TRUE`
  if (filter.view === 'asked-by-me') return actor.kind === 'job' ? sql`FALSE` : sql`t.created_by = ${actor.userId}::uuid`
  return sql`t.team = ANY(${[...teamsOfRoles(actor.roles)]}::text[])`
}

function stateOf(filter: TaskFilter): Sql {
  return filter.state === 'all' ? sql`TRUE` : sql`t.state = ${filter.state}`
}
