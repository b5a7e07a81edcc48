import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** One thing that happened to a difference: found, moved, asked, accepted, closed by itself, come back. */
export type DifferenceEvent = {
  id: string
  at: Date
  event: string
  actorKind: string
  actorName: string
  /** 'difference', 'task' or 'comment'. */
  subject: string
  before: Readonly<Record<string, unknown>> | null
  after: Readonly<Record<string, unknown>> | null
}

const EVENTS_MAX = 60

/** What happened to a difference and to what was asked and said about it, newest first; nothing is ever taken out of it. */
export async function findDifferenceHistory(actor: Actor, id: string): Promise<DifferenceEvent[]> {
  return select<DifferenceEvent>(sql`
    SELECT a.id::text AS id, a.at, a.event, a.actor_kind AS "actorKind", a.actor_name AS "actorName", a.table_name AS subject, a.before, a.after
    FROM audit_entry a
    WHERE EXISTS (SELECT 1 FROM difference d WHERE d.id = ${id}::uuid AND ${scopeOf(actor, sql`d.customer_id`)}) AND (a.table_name, a.row_id) IN (
      SELECT 'difference', ${id}
      UNION ALL SELECT 'task', t.id::text FROM task t WHERE t.subject_kind = 'difference' AND t.subject_id = ${id}::uuid
      UNION ALL SELECT 'comment', c.id::text FROM comment c WHERE c.subject_kind = 'difference' AND c.subject_id = ${id}::uuid)
    ORDER BY a.id DESC LIMIT ${EVENTS_MAX}`)
}
