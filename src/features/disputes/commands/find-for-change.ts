import type { CalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { DisputeState } from '../rules/dispute'

/** A dispute with its deduction as commands need them, both locked until the transaction ends. */
export type DisputeForChange = {
  id: string
  version: number
  deductionId: string
  customerId: string
  state: DisputeState
  amountMinor: bigint
  currency: string
  wonMinor: bigint
  deductionVersion: number
  deductionState: string
  openMinor: bigint
  deadlineOn: CalendarDate | null
}

/** Locks a dispute and its deduction; null when there is none the actor may see. */
export async function findForChange({ tx, actor }: Scope, { disputeId }: { disputeId: string }): Promise<DisputeForChange | null> {
  const [row] = await selectIn<DisputeForChange>(
    tx,
    sql`SELECT p.id::text, p.version, p.deduction_id::text AS "deductionId", p.customer_id::text AS "customerId", p.state,
      p.amount_minor AS "amountMinor", p.currency, p.won_minor AS "wonMinor", d.version AS "deductionVersion", d.state AS "deductionState",
      d.open_minor AS "openMinor", d.deadline_on::text AS "deadlineOn"
    FROM dispute p JOIN deduction d ON d.id = p.deduction_id
    WHERE p.id = ${disputeId}::uuid AND ${scopeOf(actor, sql`p.customer_id`)} FOR UPDATE OF p, d`,
  )
  return row ?? null
}

/** Refuses when somebody changed the dispute since the person saw it. */
export function assertFresh(dispute: { version: number }, input: { version: number }): void {
  if (dispute.version !== input.version) throw new Refusal('stale')
}
