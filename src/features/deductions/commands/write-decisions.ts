import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import type { Decision } from '../rules/decide'

type Written = { id: string; version: number }

/** Writes what people decided, all in one statement, under the reason they gave; taking a decision back has none. Answers the versions since. */
export async function writeDecisions({ tx }: Scope, decisions: readonly Decision[], reason: string): Promise<Written[]> {
  return selectIn<Written>(
    tx,
    sql`UPDATE deduction d SET decided_verdict = n.verdict, decision_reason = CASE WHEN n.verdict IS NULL THEN NULL ELSE nullif(${reason}, '') END,
      recoverable_minor = n.recoverable, state = n.state, next_action = n.action, cause_key = n.cause, version = d.version + 1, updated_at = now()
    FROM unnest(${decisions.map((one) => one.id)}::uuid[], ${decisions.map((one) => one.verdict)}::text[],
      ${decisions.map((one) => one.recoverable)}::bigint[], ${decisions.map((one) => one.state)}::text[],
      ${decisions.map((one) => one.action)}::text[], ${decisions.map((one) => one.causeKey)}::text[]) AS n(id, verdict, recoverable, state, action, cause)
    WHERE d.id = n.id RETURNING d.id::text, d.version`,
  )
}
