import type { Actor } from '@/core/actor'
import { comparisonKey } from '@/core/comparison-key'
import { nearKeys } from '@/core/near-keys'
import { type Sql, select, sql } from '@/server/db/client'
import { likeText } from '@/server/db/like-text'
import { scopeOf } from '@/server/db/scope-of'
import type { TrackerFilter } from '../schemas'

/** Shorter texts are looked for at the beginning of a number only: somewhere in it they stand too often. */
const PART_MIN = 3

/** What a typed text leads to, looked up once for all that a page asks. */
export type Searched = {
  /** A number that the actor may see holds it. */
  isHeld: boolean
  /** It is a number, part of one, or a customer. */
  isFound: boolean
  /** Deductions with a number one slip away, where none holds it. */
  nearIds: readonly string[]
}

/** A filter whose text may have been looked up. */
export type SearchedFilter = TrackerFilter & { searched?: Searched }

/** Looks the text of a filter up, so that its conditions need not do it again in each statement. */
export async function withSearched(actor: Actor, filter: TrackerFilter): Promise<SearchedFilter> {
  const key = comparisonKey(filter.q)
  if (key === '') return filter
  const [row] = await select<{ isHeld: boolean; isOther: boolean }>(sql`
    SELECT ${isHeld(actor, key)} AS "isHeld", (EXISTS (SELECT 1 FROM deduction d WHERE ${isOwnNumber(key)})
      OR EXISTS (SELECT 1 FROM customer c WHERE ${isCustomer(filter.q, key)})) AS "isOther"`)
  const held = row?.isHeld ?? false
  const near = held
    ? []
    : await select<{ id: string }>(sql`SELECT DISTINCT n.deduction_id::text AS id FROM deduction_number n WHERE ${isNear(key)}`)
  return { ...filter, searched: { isHeld: held, isFound: held || row?.isOther === true, nearIds: near.map(({ id }) => id) } }
}

/**
 * What somebody types into the search: any number in any spelling, its beginning or a part of it, or a customer. When nobody's number
 * holds it, numbers one slip away are meant.
 */
export function searchCondition(actor: Actor, { q, searched }: SearchedFilter): Sql {
  const key = comparisonKey(q)
  if (key === '') return sql`TRUE`
  return sql`(d.id = ANY(${numbered(actor, key, searched)}) OR ${isOwnNumber(key)}
    OR d.customer_id = ANY(ARRAY(SELECT c.id FROM customer c WHERE ${isCustomer(q, key)})))`
}

// Lists that are read first: each leads to its deductions by an index, and the database joins what they find.
function numbered(actor: Actor, key: string, searched: Searched | undefined): Sql {
  const holding = sql`SELECT n.deduction_id FROM deduction_number n WHERE ${holds(key)}`
  if (searched === undefined)
    return sql`ARRAY(${holding} UNION SELECT n.deduction_id FROM deduction_number n WHERE NOT ${isHeld(actor, key)} AND ${isNear(key)})`
  return searched.isHeld ? sql`ARRAY(${holding})` : sql`${[...searched.nearIds]}::uuid[]`
}

function isNear(key: string): Sql {
  return sql`n.key = ANY(${nearKeys(key)}::text[])`
}

function isOwnNumber(key: string): Sql {
  return /^\d{1,9}$/.test(key) ? sql`d.number = ${Number(key)}::int` : sql`FALSE`
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
