import type { Actor } from '@/core/actor'
import { type Money, money } from '@/core/money'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { GivingUp } from '../schemas'

/** What waits to be given up, as it would be approved. */
export type WaitingGivingUp = {
  content: GivingUp
  amount: Money
  contentHash: string
  requestedBy: string
  requestedByName: string | null
  requestedAt: Date
}

type Row = Omit<WaitingGivingUp, 'content' | 'amount'> & { content: unknown }

/** The request that waits for a second person's word on this deduction; null when there is none the actor may see. */
export async function findGivingUp(actor: Actor, deductionId: string): Promise<WaitingGivingUp | null> {
  const [row] = await select<Row>(sql`
    SELECT r.content, r.content_hash AS "contentHash", r.requested_by::text AS "requestedBy", u.name AS "requestedByName", r.requested_at AS "requestedAt"
    FROM approval_request r LEFT JOIN app_user u ON u.id = r.requested_by
    WHERE r.kind = 'giving-up' AND r.subject_id = ${deductionId}::uuid AND r.state = 'open' AND ${scopeOf(actor, sql`r.customer_id`)}`)
  if (!row) return null
  const content = GivingUp.parse(row.content)
  return { ...row, content, amount: money(BigInt(content.amountMinor), content.currency) }
}
