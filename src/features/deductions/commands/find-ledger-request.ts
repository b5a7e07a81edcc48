import { Refusal } from '@/core/refusal'
import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** What finance is asked to post, locked until the transaction ends. */
export type LedgerRequestForChange = {
  id: string
  customerId: string
  deductionId: string
  resolutionId: string
  state: string
  version: number
}

/** The request inside the actor's customers; null when there is none. */
export async function findLedgerRequest({ tx, actor }: Scope, { id }: { id: string }): Promise<LedgerRequestForChange | null> {
  const [row] = await selectIn<LedgerRequestForChange>(
    tx,
    sql`SELECT q.id::text, q.customer_id::text AS "customerId", q.deduction_id::text AS "deductionId", q.resolution_id::text AS "resolutionId",
      q.state, q.version FROM ledger_request q WHERE q.id = ${id}::uuid AND ${scopeOf(actor, sql`q.customer_id`)} FOR UPDATE`,
  )
  return row ?? null
}

/** Refuses a request that somebody has answered since it was seen. */
export function assertRequested(request: LedgerRequestForChange, version: number): void {
  if (request.version !== version) throw new Refusal('stale', { details: { number: '' } })
  if (request.state !== 'requested') throw new Refusal('deductions/not-requested')
}
