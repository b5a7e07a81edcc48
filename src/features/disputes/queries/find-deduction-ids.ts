import type { Actor } from '@/core/actor'
import { comparisonKey } from '@/core/comparison-key'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** Deductions by id, by our number ('D-17' or '17') or by the customer's claim number in any spelling; the closest meaning wins. */
export async function findDeductionIds(actor: Actor, name: string): Promise<string[]> {
  const number = /^D?-?(\d{1,9})$/i.exec(name.trim())?.[1] ?? null
  const rows = await select<{ id: string; rank: number }>(sql`
    SELECT d.id, CASE WHEN d.id::text = ${name.toLowerCase()} THEN 1 WHEN d.claim_key = ${comparisonKey(name)} THEN 2 ELSE 3 END AS rank
    FROM deduction d WHERE ${scopeOf(actor, sql`d.customer_id`)}
      AND (d.id::text = ${name.toLowerCase()} OR d.claim_key = ${comparisonKey(name)} OR d.number = ${number}::int)
    ORDER BY rank, d.number LIMIT 20`)
  return rows.filter((row) => row.rank === rows[0]?.rank).map((row) => row.id)
}
