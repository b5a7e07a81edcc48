import type { CalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { FreightClaimKind, FreightClaimState } from '../rules/freight-claim'

/** A claim on a carrier as commands need it, locked until the transaction ends. `amountMinor` is what all its lines come to. */
export type FreightClaimForChange = {
  id: string
  customerId: string
  carrier: string
  kind: FreightClaimKind
  state: FreightClaimState
  deliveredOn: CalendarDate | null
  fileBy: CalendarDate
  filedOn: CalendarDate | null
  amountMinor: bigint
  version: number
}

/** The claim inside the actor's customers; null when there is none. */
export async function findFreightClaimForChange({ tx, actor }: Scope, { id }: { id: string }): Promise<FreightClaimForChange | null> {
  const [row] = await selectIn<FreightClaimForChange>(
    tx,
    sql`SELECT f.id::text, f.customer_id::text AS "customerId", f.carrier, f.kind, f.state, f.delivered_on::text AS "deliveredOn", f.file_by::text AS "fileBy",
        f.filed_on::text AS "filedOn", (SELECT coalesce(sum(l.amount_minor), 0)::bigint FROM freight_claim_line l WHERE l.claim_id = f.id) AS "amountMinor", f.version
      FROM freight_claim f WHERE f.id = ${id}::uuid AND ${scopeOf(actor, sql`f.customer_id`)} FOR UPDATE OF f`,
  )
  return row ?? null
}

/** Refuses a claim that somebody changed since it was seen. */
export function assertFreshClaim(claim: { version: number }, version: number): void {
  if (claim.version !== version) throw new Refusal('stale', { details: { number: '' } })
}
