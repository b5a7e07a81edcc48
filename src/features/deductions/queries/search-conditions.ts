import type { Actor } from '@/core/actor'
import { comparisonKey } from '@/core/comparison-key'
import { nearKeys } from '@/core/near-keys'
import { join, type Sql, select, sql } from '@/server/db/client'
import { likeText } from '@/server/db/like-text'
import { scopeOf } from '@/server/db/scope-of'
import type { TrackerFilter } from '../schemas'

/** Shorter texts are looked for at the beginning of a number only: somewhere in it they stand too often. */
const PART_MIN = 3
/** So many deductions are named one by one; what finds more is looked for where it is needed. */
const NAMED_MAX = 1_000

/** What a typed text leads to, looked up once for all that a page asks. */
export type Searched = {
  /** It is a number, part of one, or a customer. */
  isFound: boolean
  /** Deductions with a number that holds it, else with one a slip away; null when they are too many to be named. */
  ids: readonly string[] | null
  /** Customers whose name or code it is. */
  customerIds: readonly string[]
}

/** A filter whose text may have been looked up. */
export type SearchedFilter = TrackerFilter & { searched?: Searched }

/** Looks the text of a filter up, so that its conditions need not do it again in each statement. */
export async function withSearched(actor: Actor, filter: TrackerFilter): Promise<SearchedFilter> {
  const key = comparisonKey(filter.q)
  if (key === '') return filter
  const held = (condition: Sql) => sql`SELECT n.deduction_id::text AS id FROM deduction_number n
    WHERE ${condition} AND ${scopeOf(actor, sql`n.customer_id`)} LIMIT ${NAMED_MAX + 1}`
  const found = await select<{ id: string; isCustomer: boolean }>(sql`
    SELECT h.id, FALSE AS "isCustomer" FROM (${held(holds(key))}) h
    UNION ALL SELECT c.id::text, TRUE FROM customer c WHERE ${isCustomer(filter.q, key)}`)
  const customerIds = found.filter((one) => one.isCustomer).map(({ id }) => id)
  const holding = found.filter((one) => !one.isCustomer)
  if (holding.length > 0) return { ...filter, searched: { isFound: true, ids: namesOf(holding), customerIds } }
  const near = await select<{ id: string; isNumber: boolean }>(sql`
    SELECT h.id, FALSE AS "isNumber" FROM (${held(isNear(key))}) h
    UNION ALL (SELECT d.id::text, TRUE FROM deduction d WHERE ${isOwnNumber(key)} LIMIT 1)`)
  const isFound = customerIds.length > 0 || near.some((one) => one.isNumber)
  return { ...filter, searched: { isFound, ids: namesOf(near.filter((one) => !one.isNumber)), customerIds } }
}

/** Whether a looked up text leaves no more than can be named one by one. */
export function isNamed({ searched }: SearchedFilter): boolean {
  return searched !== undefined && searched.ids !== null && searched.customerIds.length === 0
}

function namesOf(found: readonly { id: string }[]): string[] | null {
  return found.length > NAMED_MAX ? null : found.map(({ id }) => id)
}

/**
 * What somebody types into the search: any number in any spelling, its beginning or a part of it, or a customer. When nobody's number
 * holds it, numbers one slip away are meant.
 */
export function searchCondition(actor: Actor, { q, searched }: SearchedFilter): Sql {
  const key = comparisonKey(q)
  if (key === '') return sql`TRUE`
  const parts = [sql`d.id = ANY(${numbered(actor, key, searched)})`, isOwnNumber(key)]
  if (searched === undefined) parts.push(sql`d.customer_id = ANY(ARRAY(SELECT c.id FROM customer c WHERE ${isCustomer(q, key)}))`)
  else if (searched.customerIds.length > 0) parts.push(sql`d.customer_id = ANY(${[...searched.customerIds]}::uuid[])`)
  return sql`(${join(parts, ' OR ')})`
}

// Lists that are read first: each leads to its deductions by an index, and the database joins what they find.
function numbered(actor: Actor, key: string, searched: Searched | undefined): Sql {
  if (searched !== undefined && searched.ids !== null) return sql`${[...searched.ids]}::uuid[]`
  return sql`ARRAY(SELECT n.deduction_id FROM deduction_number n WHERE ${holds(key)}
    UNION SELECT n.deduction_id FROM deduction_number n WHERE NOT ${isHeld(actor, key)} AND ${isNear(key)})`
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
