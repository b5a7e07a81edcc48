import { Refusal } from '@/core/refusal'
import type { Scope } from '@/server/command'
import { join, selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { disputedMinor } from '../rules/disputed-amount'
import { collectExhibits } from './collect-exhibits'

/** A deduction to be disputed, locked, with its dispute if there is one. */
export type Disputable = {
  id: string
  number: number
  claimNumber: string | null
  customerId: string
  currency: string
  state: string
  openMinor: bigint
  recoverableMinor: bigint
  disputeId: string | null
  disputeState: string | null
}

/** Locks the deductions in a fixed order; null when one of them does not exist for the actor. */
export async function findDisputable({ tx, actor }: Scope, ids: readonly string[]): Promise<Disputable[] | null> {
  const wanted = [...new Set(ids)]
  const rows = await selectIn<Disputable>(
    tx,
    sql`SELECT d.id::text, d.number, d.claim_number AS "claimNumber", d.customer_id::text AS "customerId", d.currency, d.state,
      d.open_minor AS "openMinor", d.recoverable_minor AS "recoverableMinor", p.id::text AS "disputeId", p.state AS "disputeState"
    FROM deduction d LEFT JOIN dispute p ON p.deduction_id = d.id
    WHERE d.id = ANY(${wanted}::uuid[]) AND ${scopeOf(actor, sql`d.customer_id`)} ORDER BY d.id FOR UPDATE OF d`,
  )
  return rows.length === wanted.length ? rows : null
}

/** Opens a dispute for each deduction that has none, reopens withdrawn ones, and collects their exhibits. Returns dispute ids in order. */
export async function openDisputes(scope: Scope, deductions: readonly Disputable[]): Promise<string[]> {
  const closed = deductions.find((deduction) => deduction.openMinor === 0n)
  if (closed) throw new Refusal('disputes/nothing-open', { details: { number: String(closed.number) } })
  const fresh = deductions.filter((deduction) => deduction.disputeId === null)
  const again = deductions.filter((deduction) => deduction.disputeState === 'closed')
  if (fresh.length > 0) {
    const rows = fresh.map((row) => sql`(${row.id}::uuid, ${row.customerId}::uuid, ${disputedMinor(row)}::bigint, ${row.currency})`)
    await scope.tx.$executeRaw(sql`INSERT INTO dispute (deduction_id, customer_id, amount_minor, currency) VALUES ${join(rows)}`)
  }
  for (const deduction of again) {
    await scope.tx.$executeRaw(sql`
      UPDATE dispute SET state = 'preparing', outcome = NULL, won_minor = 0, lost_minor = 0, amount_minor = ${disputedMinor(deduction)},
        version = version + 1 WHERE deduction_id = ${deduction.id}::uuid`)
  }
  const disputes = await selectIn<{ id: string; deductionId: string; state: string }>(
    scope.tx,
    sql`SELECT id::text, deduction_id::text AS "deductionId", state FROM dispute
      WHERE deduction_id = ANY(${deductions.map((deduction) => deduction.id)}::uuid[])`,
  )
  const arrangeable = disputes.filter((dispute) => dispute.state !== 'submitted')
  if (arrangeable.length > 0) await collectExhibits(scope, arrangeable)
  const byDeduction = new Map(disputes.map((dispute) => [dispute.deductionId, dispute.id]))
  return deductions.flatMap((deduction) => byDeduction.get(deduction.id) ?? [])
}
