import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

export type DisputeOfDeduction = { deductionId: string; customerId: string; disputeId: string | null; isClosed: boolean }

/** The dispute of a deduction, if it has one; null when there is no such deduction for the actor. */
export async function findDisputeOfDeduction(actor: Actor, deductionId: string): Promise<DisputeOfDeduction | null> {
  const [row] = await select<DisputeOfDeduction>(sql`
    SELECT d.id AS "deductionId", d.customer_id AS "customerId", p.id AS "disputeId", coalesce(p.state = 'closed', false) AS "isClosed"
    FROM deduction d LEFT JOIN dispute p ON p.deduction_id = d.id
    WHERE d.id::text = ${deductionId} AND ${scopeOf(actor, sql`d.customer_id`)}`)
  return row ?? null
}
