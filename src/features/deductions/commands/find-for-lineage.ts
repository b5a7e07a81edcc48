import type { Scope } from '@/server/command'
import { type Sql, selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { Handled } from '../rules/split'

/** A deduction that a person divides or puts together with another, locked. */
export type LineageSubject = Handled & {
  id: string
  number: number
  customerId: string
  currency: string
  amountMinor: bigint
  openMinor: bigint
  version: number
  isWhole: boolean
}

const HAS_OUTCOME: Sql = sql`(EXISTS (SELECT 1 FROM resolution r WHERE r.deduction_id = d.id) OR EXISTS (SELECT 1 FROM freight_claim_line f WHERE f.deduction_id = d.id)
  OR EXISTS (SELECT 1 FROM approval_request q WHERE q.kind = 'giving-up' AND q.subject_id = d.id AND q.state = 'open'))`

/** Locks these deductions in a fixed order; null when the actor does not see one of them. Nothing is found for them meanwhile. */
export async function findForLineage({ tx, actor }: Scope, ids: readonly string[]): Promise<LineageSubject[] | null> {
  await selectIn(tx, sql`SELECT pg_advisory_xact_lock(hashtext('deductions.find'))::text`)
  const wanted = [...new Set(ids)]
  const rows = await selectIn<LineageSubject>(
    tx,
    sql`SELECT d.id::text, d.number, d.customer_id::text AS "customerId", d.currency, d.amount_minor AS "amountMinor", d.open_minor AS "openMinor", d.version,
        d.split_of_id IS NOT NULL AS "isPart", d.whole_minor IS NOT NULL AS "isWhole", d.decided_verdict IS NOT NULL AS "isDecided",
        EXISTS (SELECT 1 FROM dispute p WHERE p.deduction_id = d.id) AS "isDisputed", ${HAS_OUTCOME} AS "hasOutcome"
      FROM deduction d WHERE d.id = ANY(${wanted}::uuid[]) AND ${scopeOf(actor, sql`d.customer_id`)} ORDER BY d.id FOR UPDATE OF d`,
  )
  return rows.length === wanted.length ? rows : null
}
