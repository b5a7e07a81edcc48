import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { RequestWording } from '../rules/request-wording'
import type { SubjectKind, TaskState, Team } from '../rules/teams'

export type SubjectTask = {
  id: string
  number: number
  kind: string
  /** The claim it is about, where it is about a deduction. */
  about: string | null
  title: string
  wording: RequestWording | null
  team: Team
  state: TaskState
  answer: string | null
  due_at: Date | null
  created_at: Date
  created_by: string | null
  asked_by: string | null
  version: number
}

/** Everything that was asked about one record, or about several that are looked into together; newest first. */
export async function findTasksOfSubject(actor: Actor, subjectKind: SubjectKind, ...subjectIds: readonly string[]): Promise<SubjectTask[]> {
  return select<SubjectTask>(sql`
    SELECT t.id, t.number, t.kind, coalesce(d.claim_number, '#' || d.number) AS about, t.title, t.wording, t.team, t.state, t.answer, t.due_at, t.created_at, t.created_by::text, u.name AS asked_by, t.version
    FROM task t LEFT JOIN deduction d ON t.subject_kind = 'deduction' AND d.id = t.subject_id LEFT JOIN app_user u ON u.id = t.created_by
    WHERE t.subject_kind = ${subjectKind} AND t.subject_id = ANY(${[...subjectIds]}::uuid[]) AND ${scopeOf(actor, sql`t.customer_id`)} ORDER BY t.created_at DESC, t.id`)
}
