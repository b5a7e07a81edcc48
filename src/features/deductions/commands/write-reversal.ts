import { Refusal } from '@/core/refusal'
import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import type { DeductionState, ResolutionKind } from '../rules/deduction'
import { chooseNextAction } from '../rules/next-action'
import type { DeductionForChange } from './find-for-change'

/** A resolution as it may be taken back. */
export type Reversible = {
  id: string
  kind: ResolutionKind
  amountMinor: bigint
  currency: string
  reference: string | null
  /** Booked by the system from a payment, which only the undoing of its import takes back. */
  isFromFile: boolean
  isReversed: boolean
  isReversal: boolean
  /** What finance has made of it; null where nothing was asked of finance. */
  ledgerState: string | null
}

/** The resolution of a deduction, locked with it; null when it is another one's. */
export async function findReversible({ tx }: Scope, deductionId: string, resolutionId: string): Promise<Reversible | null> {
  const [row] = await selectIn<Reversible>(
    tx,
    sql`SELECT r.id::text, r.kind, r.amount_minor AS "amountMinor", r.currency, r.reference,
        r.created_by IS NULL AND r.policy_id IS NULL AND r.kind IN ('repaid', 'reversed') AS "isFromFile", r.reverses_id IS NOT NULL AS "isReversal",
        EXISTS (SELECT 1 FROM resolution b WHERE b.reverses_id = r.id) AS "isReversed",
        (SELECT q.state FROM ledger_request q WHERE q.resolution_id = r.id) AS "ledgerState"
      FROM resolution r WHERE r.id = ${resolutionId}::uuid AND r.deduction_id = ${deductionId}::uuid`,
  )
  return row ?? null
}

/**
 * Takes a resolution back by an equal and opposite one that points to it, and opens the amount again. Refuses what is a reversal
 * itself, was reversed, came from a payment, or stands posted in the ledger.
 */
export async function writeReversal(
  { tx, actor, today }: Scope,
  deduction: DeductionForChange,
  resolution: Reversible,
  reason: string,
): Promise<{ openMinor: bigint; state: DeductionState; version: number }> {
  if (resolution.isReversal || resolution.isReversed) throw new Refusal('deductions/reversed-already')
  if (resolution.isFromFile) throw new Refusal('deductions/booked-by-file')
  if (resolution.ledgerState === 'posted') throw new Refusal('deductions/posted-in-ledger')
  const openMinor = deduction.openMinor + resolution.amountMinor
  const state = deduction.state !== 'closed' ? deduction.state : deduction.decidedVerdict === null ? 'new' : 'ready'
  const action = chooseNextAction({ ...deduction, verdict: deduction.decidedVerdict ?? deduction.verdict, openMinor, state })
  await tx.$executeRaw(sql`
    INSERT INTO resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on, reference, reason, reverses_id, created_by)
    VALUES (${deduction.id}::uuid, ${deduction.customerId}::uuid, ${resolution.kind}, ${-resolution.amountMinor}, ${resolution.currency}, ${today}::date,
      ${resolution.reference}, ${reason}, ${resolution.id}::uuid, ${actor.kind === 'job' ? null : actor.userId}::uuid)`)
  await tx.$executeRaw(sql`
    UPDATE deduction SET open_minor = ${openMinor}, state = ${state}, next_action = ${action}, version = version + 1, updated_at = now()
    WHERE id = ${deduction.id}::uuid`)
  return { openMinor, state, version: deduction.version + 1 }
}
