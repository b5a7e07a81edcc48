import type { CalendarDate } from '@/core/calendar-date'
import { sql } from '@/server/db/client'
import type { ClaimFacts } from '../../rules/validity-facts'
import { distinct, type Groups, grouped, type Read } from './read'
import type { Subject } from './read-subjects'

export type RemittanceLine = {
  id: string
  remittanceNumber: string
  grossMinor: bigint | null
  discountMinor: bigint
  paidMinor: bigint
  position: string
  text: string | null
  totalMinor: bigint | null
  computedMinor: bigint | null
}
export type BankEntry = {
  id: string
  reference: string
  bookedOn: CalendarDate | null
  position: string
  currency: string
  amountMinor: bigint
}

/** The claims that joined each deduction, the newest first. */
export async function readClaims(ids: readonly string[], read: Read): Promise<Groups<string, ClaimFacts>> {
  return grouped(
    await read<ClaimFacts & { owner: string }>(sql`
      SELECT s.deduction_id::text AS owner, c.id::text, c.claim_number AS number, c.claimed_on::text AS "claimedOn", c.quantity,
        c.unit_micros AS "unitMicros", c.amount_minor AS "amountMinor", c.received_quantity AS "receivedQuantity", c.reference, c.position
      FROM deduction_source s JOIN portal_claim c ON c.id = s.source_id
      WHERE s.deduction_id = ANY(${[...ids]}::uuid[]) AND s.kind = 'portal-claim' AND c.amount_minor >= 0 ORDER BY c.id DESC`),
  )
}

/** Of several claims the one for the whole amount speaks, else the newest. */
export function claimOf(claims: readonly ClaimFacts[], amountMinor: bigint): ClaimFacts | null {
  return claims.find((claim) => claim.amountMinor === amountMinor) ?? claims[0] ?? null
}

/** The payment lines each deduction was taken with, the first one first. */
export async function readRemittanceLines(ids: readonly string[], read: Read): Promise<Groups<string, RemittanceLine>> {
  return grouped(
    await read<RemittanceLine & { owner: string }>(sql`
      SELECT s.deduction_id::text AS owner, l.id::text, rm.number AS "remittanceNumber", l.gross_minor AS "grossMinor",
        l.discount_minor AS "discountMinor", l.paid_minor AS "paidMinor", l.position, l.text, rm.total_minor AS "totalMinor", rm.computed_minor AS "computedMinor"
      FROM deduction_source s JOIN remittance_line l ON l.id = s.source_id JOIN remittance rm ON rm.id = l.remittance_id
      WHERE s.deduction_id = ANY(${[...ids]}::uuid[]) AND s.kind = 'remittance' AND s.amount_minor > 0 ORDER BY l.id`),
  )
}

/** What the bank booked under each payment number. */
export async function readBankEntries(subjects: readonly Subject[], read: Read): Promise<Groups<string, BankEntry>> {
  const keys = distinct(subjects.map((subject) => subject.paymentKey))
  if (keys.length === 0) return grouped<string, BankEntry & { owner: string }>([])
  return grouped(
    await read<BankEntry & { owner: string }>(sql`
      SELECT b.payment_key AS owner, b.id::text, b.reference, b.booked_on::text AS "bookedOn", b.position, b.currency, b.amount_minor AS "amountMinor"
      FROM bank_entry b WHERE b.payment_key = ANY(${keys}::text[]) ORDER BY b.booked_on, b.id`),
  )
}
