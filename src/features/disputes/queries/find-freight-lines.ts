import type { Actor } from '@/core/actor'
import { allocate, type Money, money } from '@/core/money'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** A deduction in a claim on a carrier: what is claimed for it, and its share of what the carrier paid. */
export type FreightLine = {
  deductionId: string
  name: string | null
  number: number
  category: string
  codeText: string | null
  taken: Money
  /** Given up to the customer for good. */
  given: Money
  claimed: Money
  paid: Money
}

type Found = Omit<FreightLine, 'taken' | 'given' | 'claimed' | 'paid'> & {
  currency: string
  takenMinor: bigint
  givenMinor: bigint
  minor: bigint
  paidMinor: bigint
}

/** The deductions of a claim; what the carrier paid is shared out by what was claimed, to the cent. */
export async function findFreightLines(actor: Actor, claimId: string): Promise<FreightLine[]> {
  const rows = await select<Found>(sql`
    SELECT d.id::text AS "deductionId", d.claim_number AS name, d.number, d.category, d.code_text AS "codeText", d.currency, d.amount_minor AS "takenMinor",
      (SELECT coalesce(sum(r.amount_minor), 0)::bigint FROM resolution r WHERE r.deduction_id = d.id AND r.kind IN ('accepted', 'written-off', 'expired')) AS "givenMinor",
      l.amount_minor AS minor, f.paid_minor AS "paidMinor"
    FROM freight_claim_line l JOIN freight_claim f ON f.id = l.claim_id JOIN deduction d ON d.id = l.deduction_id
    WHERE l.claim_id = ${claimId}::uuid AND ${scopeOf(actor, sql`l.customer_id`)} ORDER BY d.number`)
  const [first] = rows
  if (!first) return []
  const shares = allocate(
    money(first.paidMinor, first.currency),
    rows.map((row) => row.minor),
  )
  return rows.map(({ currency, takenMinor, givenMinor, minor, paidMinor: _all, ...row }, at) => ({
    ...row,
    taken: money(takenMinor, currency),
    given: money(givenMinor, currency),
    claimed: money(minor, currency),
    paid: shares[at] ?? money(0n, currency),
  }))
}
