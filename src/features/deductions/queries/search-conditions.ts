import type { Actor } from '@/core/actor'
import { comparisonKey } from '@/core/comparison-key'
import { nearKeys } from '@/core/near-keys'
import { type Sql, select, sql } from '@/server/db/client'
import { likeText } from '@/server/db/like-text'
import { scopeOf } from '@/server/db/scope-of'

/** Shorter texts are looked for at the beginning of a number only: somewhere in it they stand too often. */
const PART_MIN = 3

/**
 * What somebody types into the search: any number in any spelling, its beginning or a part of it, or a customer. When nobody's number
 * holds it, numbers one slip away are meant.
 */
export function searchCondition(actor: Actor, q: string): Sql {
  const key = comparisonKey(q)
  if (key === '') return sql`TRUE`
  // Lists that are read first: each leads to its deductions by an index, and the database joins what they find.
  const ownNumber = /^\d{1,9}$/.test(key) ? sql`d.number = ${Number(key)}::int` : sql`FALSE`
  return sql`(d.id = ANY(ARRAY(SELECT n.deduction_id FROM deduction_number n WHERE ${holds(key)}
      UNION SELECT n.deduction_id FROM deduction_number n WHERE NOT ${isHeld(actor, key)} AND n.key = ANY(${nearKeys(key)}::text[])))
    OR ${ownNumber} OR d.customer_id = ANY(ARRAY(SELECT c.id FROM customer c WHERE ${isCustomer(q, key)})))`
}

/** Whether any number the actor may see holds what was typed; true when nothing was typed. */
export async function isNumberFound(actor: Actor, q: string): Promise<boolean> {
  const key = comparisonKey(q)
  if (key === '') return true
  const [row] = await select<{ found: boolean }>(sql`
    SELECT (${isHeld(actor, key)} OR EXISTS (SELECT 1 FROM deduction d WHERE d.number::text = ${key})
      OR EXISTS (SELECT 1 FROM customer c WHERE ${isCustomer(q, key)})) AS found`)
  return row?.found ?? true
}

function isHeld(actor: Actor, key: string): Sql {
  return sql`EXISTS (SELECT 1 FROM deduction_number n WHERE ${holds(key)} AND ${scopeOf(actor, sql`n.customer_id`)})`
}

function holds(key: string): Sql {
  const text = likeText(key)
  return sql`n.key LIKE ${key.length < PART_MIN ? `${text}%` : `%${text}%`}`
}

function isCustomer(q: string, key: string): Sql {
  if (key.length < PART_MIN) return sql`comparison_key(c.code) = ${key}`
  return sql`(c.name ILIKE ${`%${likeText(q.trim())}%`} OR comparison_key(c.code) = ${key})`
}
