import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { ExceptionState } from '../rules/exception-kinds'

export type ExceptionEvent = {
  at: Date
  /** Null where the program did it. */
  by: string | null
  /** Null where the state stayed. */
  state: ExceptionState | null
  expected: string | null
  actual: string | null
  reason: string | null
  owner: string | null
}

const EVENTS_MAX = 40

/** What happened to an exception, the latest first, from the audit trail: found, decided, closed by itself, opened again. */
export async function findExceptionHistory(actor: Actor, id: string): Promise<ExceptionEvent[]> {
  return select<ExceptionEvent>(sql`
    SELECT a.at, CASE WHEN a.actor_kind <> 'job' THEN a.actor_name END AS by, a.after ->> 'state' AS state, a.after ->> 'expected' AS expected, a.after ->> 'actual' AS actual,
      a.after ->> 'reason' AS reason, u.name AS owner
    FROM audit_entry a LEFT JOIN app_user u ON u.id::text = a.after ->> 'owner_id'
    WHERE a.table_name = 'order_exception' AND a.row_id = ${id} AND ${scopeOf(actor, sql`a.customer_id`)}
      AND a.after ?| ARRAY['state', 'expected', 'actual', 'owner_id']
    ORDER BY a.id DESC LIMIT ${EVENTS_MAX}`)
}
