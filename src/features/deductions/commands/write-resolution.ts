import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { type DeductionState, isGivingUp, type ResolutionKind } from '../rules/deduction'
import { chooseNextAction } from '../rules/next-action'
import type { DeductionForChange } from './find-for-change'
import { requestPostings } from './request-postings'

/** An amount that stops being open, minor units, positive and at most what is open. */
export type NewResolution = {
  kind: ResolutionKind
  amountMinor: bigint
  resolvedOn: string
  reference: string
  reason: string
  createdBy: string | null
  /** The leaf that a person named; null keeps what is known. */
  causeKey: string | null
  /** The second person's approval, where one was needed. */
  approvalId: string | null
}
export type Resolved = { id: string; openMinor: bigint; state: DeductionState; version: number }

/** Takes the amount off what is open, and closes the deduction when nothing is left. */
export async function writeResolution({ tx }: Scope, deduction: DeductionForChange, resolution: NewResolution): Promise<Resolved> {
  const openMinor = deduction.openMinor - resolution.amountMinor
  const state = openMinor === 0n ? 'closed' : deduction.state
  const action = chooseNextAction({ ...deduction, verdict: deduction.decidedVerdict ?? deduction.verdict, openMinor, state })
  const [posted] = await selectIn<{ id: string }>(
    tx,
    sql`INSERT INTO resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on, reference, reason, created_by, approval_id)
    VALUES (${deduction.id}::uuid, ${deduction.customerId}::uuid, ${resolution.kind}, ${resolution.amountMinor}, ${deduction.currency},
      ${resolution.resolvedOn}::date, nullif(${resolution.reference}, ''), nullif(${resolution.reason}, ''),
      ${resolution.createdBy}::uuid, ${resolution.approvalId}::uuid) RETURNING id::text`,
  )
  if (!posted) throw new Error('resolution was not written')
  if (isGivingUp(resolution.kind)) await requestPostings(tx, [posted.id])
  await tx.$executeRaw(sql`
    UPDATE deduction SET open_minor = ${openMinor}, state = ${state}, next_action = ${action}, cause_key = coalesce(${resolution.causeKey}, cause_key), version = version + 1, updated_at = now()
    WHERE id = ${deduction.id}::uuid`)
  return { id: deduction.id, openMinor, state, version: deduction.version + 1 }
}
