import type { Actor } from '@/core/actor'
import { comparisonKey } from '@/core/comparison-key'
import { isNear, nearKeys } from '@/core/near-keys'
import { type Sql, select, sql } from '@/server/db/client'
import { likeText } from '@/server/db/like-text'
import { scopeOf } from '@/server/db/scope-of'

/** In the order in which a number is most likely meant. */
export const HIT_KINDS = ['claim', 'order', 'invoice', 'delivery', 'bol', 'pro', 'payment', 'document', 'customer'] as const
export type HitKind = (typeof HIT_KINDS)[number]

/** What is found by a number alone. */
const NUMBERED = HIT_KINDS.filter((kind) => kind !== 'document' && kind !== 'customer')

/** Something that carries the number or name somebody looks for. */
export type Hit = {
  kind: HitKind
  /** Id of a claim or document, code of a customer, comparison key of everything else. */
  target: string
  label: string
  customer: string | null
  customerCode: string | null
  /** Comparison key of the order it belongs to, where that order is known. */
  orderKey: string | null
  amountMinor: bigint | null
  currency: string | null
  isExact: boolean
  /** Nothing carries what was typed; this differs by one slip. */
  isNear: boolean
}

/** What is looked for: the beginning of a number or those one slip away, a `part` of a claim number, `text` of a name. */
type Search = { key: string; holds: (column: Sql) => Sql; part: (column: Sql) => Sql; text: string; scope: (column: Sql) => Sql }

const PER_KIND = 8
/** All customers of a company, to compare their names. */
const ALL = 5_000
const KEY_MIN = 2
/** Shorter texts stand somewhere in too many numbers. */
const PART_MIN = 4

/**
 * Numbers by their beginning in any spelling, customers by any part of their name, all inside the actor's customers. When there is
 * nothing, what differs from the text by one slip.
 */
export async function findAnything(actor: Actor, text: string): Promise<Hit[]> {
  const key = comparisonKey(text)
  if (key.length < KEY_MIN) return []
  const scope = (column: Sql) => scopeOf(actor, column)
  const holds = (column: Sql) => sql`${column} LIKE ${`${likeText(key)}%`}`
  const part = key.length < PART_MIN ? holds : (column: Sql) => sql`${column} LIKE ${`%${likeText(key)}%`}`
  const found = await findKinds(HIT_KINDS, {
    key,
    holds,
    part,
    text: `%${likeText(text.trim())}%`,
    scope,
  })
  if (found.length > 0) return found
  return findNear(text.trim(), nearKeys(key), scope)
}

async function findNear(text: string, keys: readonly string[], scope: Search['scope']): Promise<Hit[]> {
  const none = () => sql`FALSE`
  // A name cannot be looked up by its slips; there are few customers.
  const names = (await select<Hit>(QUERIES.customer({ key: '', holds: none, part: none, text: '%', scope }, ALL))).filter(
    (hit) => isNear(text, hit.label) || hit.label.split(/\s+/).some((word) => isNear(text, word)),
  )
  const holds = (column: Sql) => sql`${column} = ANY(${[...keys]}::text[])`
  const numbers = keys.length === 0 ? [] : await findKinds(NUMBERED, { key: '', holds, part: holds, text: '', scope })
  return [...numbers, ...names.slice(0, PER_KIND)].map((hit) => ({ ...hit, isExact: false, isNear: true }))
}

async function findKinds(kinds: readonly HitKind[], search: Search): Promise<Hit[]> {
  const found = await Promise.all(kinds.map((kind) => select<Omit<Hit, 'isNear'>>(QUERIES[kind](search, PER_KIND))))
  return found.flat().map((hit) => ({ ...hit, isNear: false }))
}

/** The one thing that a number names exactly, if it is only one. */
export function onlyExact(hits: readonly Hit[], hrefOf: (hit: Hit) => string): string | null {
  const addresses = new Set(hits.filter((hit) => hit.isExact).map(hrefOf))
  return addresses.size === 1 ? ([...addresses][0] ?? null) : null
}

const QUERIES: Readonly<Record<HitKind, (search: Search, limit: number) => Sql>> = {
  claim: ({ key, holds, part, scope }, limit) => sql`
    SELECT 'claim' AS kind, d.id::text AS target, coalesce(d.claim_number, d.number::text) AS label, c.name AS customer, c.code AS "customerCode",
      NULL AS "orderKey", d.amount_minor AS "amountMinor", d.currency, (d.claim_key = ${key} OR d.number::text = ${key}) AS "isExact"
    FROM deduction d JOIN customer c ON c.id = d.customer_id
    WHERE (d.id IN (SELECT n.deduction_id FROM deduction_number n WHERE n.kind = 'claim' AND ${part(sql`n.key`)}) OR d.number::text = ${key}) AND ${scope(sql`d.customer_id`)}
    ORDER BY "isExact" DESC, ${holds(sql`d.claim_key`)} DESC, d.claim_key LIMIT ${limit}`,
  order: ({ key, holds, scope }, limit) => sql`
    SELECT 'order' AS kind, o.number_key AS target, o.number AS label, c.name AS customer, c.code AS "customerCode", o.number_key AS "orderKey",
      NULL::bigint AS "amountMinor", NULL AS currency, o.number_key = ${key} AS "isExact"
    FROM purchase_order o JOIN customer c ON c.id = o.customer_id
    WHERE ${holds(sql`o.number_key`)} AND ${scope(sql`o.customer_id`)} ORDER BY "isExact" DESC, o.number_key LIMIT ${limit}`,
  invoice: ({ key, holds, scope }, limit) => sql`
    SELECT 'invoice' AS kind, i.number_key AS target, i.number AS label, c.name AS customer, c.code AS "customerCode", o.number_key AS "orderKey",
      NULL::bigint AS "amountMinor", NULL AS currency, i.number_key = ${key} AS "isExact"
    FROM invoice i JOIN customer c ON c.id = i.customer_id LEFT JOIN purchase_order o ON o.customer_id = i.customer_id AND o.number_key = i.po_key
    WHERE ${holds(sql`i.number_key`)} AND ${scope(sql`i.customer_id`)} ORDER BY "isExact" DESC, i.number_key LIMIT ${limit}`,
  delivery: (search, limit) => deliveriesBy(search, limit, 'delivery', sql`l.number_key`, sql`l.number`),
  bol: (search, limit) => deliveriesBy(search, limit, 'bol', sql`l.bol_key`, sql`l.bol`),
  pro: (search, limit) => deliveriesBy(search, limit, 'pro', sql`l.pro_key`, sql`l.pro`),
  payment: ({ key, holds, scope }, limit) => sql`
    SELECT 'payment' AS kind, r.number_key AS target, max(r.number) AS label, c.name AS customer, c.code AS "customerCode", NULL AS "orderKey",
      NULL::bigint AS "amountMinor", NULL AS currency, r.number_key = ${key} AS "isExact"
    FROM remittance r JOIN customer c ON c.id = r.customer_id
    WHERE ${holds(sql`r.number_key`)} AND ${scope(sql`r.customer_id`)}
    GROUP BY r.number_key, c.name, c.code ORDER BY "isExact" DESC, r.number_key LIMIT ${limit}`,
  document: ({ key, holds, text, scope }, limit) => sql`
    SELECT 'document' AS kind, d.id::text AS target, coalesce(d.number || ' · ', '') || d.file_name AS label, c.name AS customer,
      c.code AS "customerCode", NULL AS "orderKey", NULL::bigint AS "amountMinor", NULL AS currency, comparison_key(d.number) = ${key} AS "isExact"
    FROM document d LEFT JOIN customer c ON c.id = d.customer_id
    WHERE (${holds(sql`comparison_key(d.number)`)} OR d.file_name ILIKE ${text}) AND d.tombstoned_at IS NULL AND ${scope(sql`d.customer_id`)}
    ORDER BY "isExact" DESC NULLS LAST, d.file_name LIMIT ${limit}`,
  customer: ({ key, text, scope }, limit) => sql`
    SELECT 'customer' AS kind, c.code AS target, c.name AS label, NULL AS customer, c.code AS "customerCode", NULL AS "orderKey",
      NULL::bigint AS "amountMinor", NULL AS currency, comparison_key(c.code) = ${key} AS "isExact"
    FROM customer c WHERE (c.name ILIKE ${text} OR c.code ILIKE ${text}) AND ${scope(sql`c.id`)} ORDER BY c.name LIMIT ${limit}`,
}

// A bill of lading or tracking number leads to the order of its delivery: the chain there shows all three.
function deliveriesBy({ key, holds, scope }: Search, limit: number, kind: HitKind, keyColumn: Sql, numberColumn: Sql): Sql {
  return sql`
    SELECT ${kind}::text AS kind, ${keyColumn} AS target, max(${numberColumn}) AS label, c.name AS customer, c.code AS "customerCode",
      max(o.number_key) AS "orderKey", NULL::bigint AS "amountMinor", NULL AS currency, ${keyColumn} = ${key} AS "isExact"
    FROM delivery_line l JOIN customer c ON c.id = l.customer_id
    LEFT JOIN purchase_order o ON o.customer_id = l.customer_id AND o.number_key = l.po_key
    WHERE ${holds(keyColumn)} AND ${scope(sql`l.customer_id`)}
    GROUP BY ${keyColumn}, c.name, c.code ORDER BY "isExact" DESC, ${keyColumn} LIMIT ${limit}`
}
