import { type Actor, seesCustomer } from '@/core/actor'
import { asId, type CustomerId, type DeductionId } from '@/core/ids'
import { select, sql } from '@/server/db/client'

/** One thing that happened: who, when, which event, and the fields it changed. */
export type TimelineEntry = {
  id: string
  at: Date
  event: string
  /** 'user', 'token' or 'job'. */
  actorKind: string
  actorName: string
  /** Table of the changed row: 'deduction', 'resolution', 'task', 'comment', 'dispute' … */
  subject: string
  before: Readonly<Record<string, unknown>> | null
  after: Readonly<Record<string, unknown>> | null
}

/**
 * What happened to a deduction and to the tasks, comments, resolutions and disputes that hang on it, newest first. What one operation
 * wrote twice about one record, as when it is found and then described, is one event.
 */
export async function findDeductionTimeline(actor: Actor, id: DeductionId, limit = 100): Promise<TimelineEntry[]> {
  const [owner] = await select<{ customer_id: string }>(sql`SELECT customer_id FROM deduction WHERE id = ${id}::uuid`)
  if (!owner || !seesCustomer(actor, asId<'customer'>(owner.customer_id) satisfies CustomerId)) return []
  return select<TimelineEntry>(sql`
    SELECT e.id::text AS id, e.at, e.event, e.actor_kind AS "actorKind", e.actor_name AS "actorName", e.table_name AS subject, e.before, e.after
    FROM (
    SELECT DISTINCT ON (coalesce(a.operation_id::text, a.id::text), a.table_name, a.row_id, a.event)
      a.id, a.at, a.event, a.actor_kind, a.actor_name, a.table_name, a.before, a.after
    FROM audit_entry a
    WHERE (a.table_name, a.row_id) IN (
      SELECT 'deduction', ${id}
      UNION ALL SELECT 'resolution', r.id::text FROM resolution r WHERE r.deduction_id = ${id}::uuid
      UNION ALL SELECT 'approval_request', q.id::text FROM approval_request q WHERE q.kind = 'giving-up' AND q.subject_id = ${id}::uuid
      UNION ALL SELECT 'ledger_request', l.id::text FROM ledger_request l WHERE l.deduction_id = ${id}::uuid
      UNION ALL SELECT 'freight_claim', f.claim_id::text FROM freight_claim_line f WHERE f.deduction_id = ${id}::uuid
      UNION ALL SELECT 'task', t.id::text FROM task t WHERE t.subject_kind = 'deduction' AND t.subject_id = ${id}::uuid
      UNION ALL SELECT 'comment', c.id::text FROM comment c WHERE c.subject_kind = 'deduction' AND c.subject_id = ${id}::uuid
      UNION ALL SELECT 'dispute', s.id::text FROM dispute s WHERE s.deduction_id = ${id}::uuid)
    ORDER BY coalesce(a.operation_id::text, a.id::text), a.table_name, a.row_id, a.event, a.id) e
    ORDER BY e.id DESC LIMIT ${limit}`)
}
