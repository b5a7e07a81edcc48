import { type Sql, sql } from '@/server/db/client'
import type { RepaymentFacts, SiblingFacts } from '../../rules/sibling-facts'
import { distinct, Groups, grouped, NumbersOfCustomers, type Read } from './read'
import { claimOf, readClaims } from './read-sources'
import type { Subject } from './read-subjects'

type Standing = Omit<SiblingFacts, 'reference' | 'claimedOn' | 'position' | 'repaid'>
type Found = { owner: number; id: string }

/**
 * The other deductions on the same invoice or order, of price protection also those on the same article, in the order in which they were taken.
 * Most deductions have none, so the others are looked for by number alone and read only where there are any.
 */
export async function readSiblings(subjects: readonly Subject[], read: Read): Promise<(subject: Subject) => SiblingFacts[]> {
  const numbers = { invoices: new NumbersOfCustomers(), orders: new NumbersOfCustomers(), articles: new NumbersOfCustomers() }
  for (const subject of subjects) {
    numbers.invoices.add(subject.customerId, subject.invoiceKey)
    numbers.orders.add(subject.customerId, subject.namedPoKey)
    if (subject.category === 'price-protection') numbers.articles.add(subject.customerId, subject.itemId)
  }
  const invoices = await readIds(numbers.invoices, byNumber('invoice'), read)
  const orders = await readIds(numbers.orders, byNumber('po'), read)
  const articles = await readIds(numbers.articles, BY_ARTICLE, read)
  const idsOf = (subject: Subject) =>
    distinct([
      ...others(subject, invoices.of(numbers.invoices.placeOf(subject.customerId, subject.invoiceKey))),
      ...others(subject, orders.of(numbers.orders.placeOf(subject.customerId, subject.namedPoKey))),
      ...(subject.category === 'price-protection'
        ? others(subject, articles.of(numbers.articles.placeOf(subject.customerId, subject.itemId)))
        : []),
    ])
  const ids = distinct(subjects.flatMap(idsOf))
  const siblings = await readThem(ids, read)
  const wholes = await readWholes([...ids, ...subjects.map(({ id }) => id)], ids.length > 0, read)
  const wholeOf = (id: string) => wholes.get(id) ?? id
  return (subject) =>
    idsOf(subject)
      .filter((id) => wholeOf(id) !== wholeOf(subject.id))
      .flatMap((id) => siblings.get(id) ?? [])
      .sort((one, other) => one.place - other.place)
      .map((one) => one.facts)
}

function others(subject: Subject, found: readonly Omit<Found, 'owner'>[]): string[] {
  if (found.length < 2) return found[0] === undefined || found[0].id === subject.id ? [] : [found[0].id]
  return found.flatMap(({ id }) => (id === subject.id ? [] : [id]))
}

// Of deductions that go by a number `k`.
const byNumber = (kind: 'invoice' | 'po'): Sql => sql`
  SELECT k.place::int AS owner, n.deduction_id::text AS id FROM k JOIN deduction_number n ON n.key = k.key AND n.kind = ${kind} AND n.customer_id = k.customer_id`
const BY_ARTICLE: Sql = sql`
  SELECT k.place::int AS owner, s.id::text FROM k JOIN deduction s ON s.customer_id = k.customer_id AND s.item_id = k.key::uuid AND s.category = 'price-protection'`

async function readIds(numbers: NumbersOfCustomers, ids: Sql, read: Read): Promise<Groups<number, Omit<Found, 'owner'>>> {
  if (numbers.keys.length === 0) return new Groups()
  return grouped(
    await read<Found>(sql`
      WITH k AS NOT MATERIALIZED (SELECT * FROM unnest(${numbers.customerIds}::uuid[], ${numbers.keys}::text[]) WITH ORDINALITY AS u(customer_id, key, place))
      ${ids}`),
  )
}

/** What a person divided is one taking: its parts are no other deductions of the same matter. */
async function readWholes(ids: readonly string[], hasSiblings: boolean, read: Read): Promise<Map<string, string>> {
  if (!hasSiblings) return new Map()
  const rows = await read<{ id: string; whole: string }>(sql`
    SELECT id::text, split_of_id::text AS whole FROM deduction WHERE split_of_id IS NOT NULL AND id = ANY(${[...ids]}::uuid[])`)
  return new Map(rows.map(({ id, whole }) => [id, whole]))
}

async function readThem(ids: readonly string[], read: Read): Promise<Map<string, { facts: SiblingFacts; place: number }>> {
  if (ids.length === 0) return new Map()
  const claims = await readClaims(ids, read)
  const rows = await read<Standing>(sql`
    SELECT s.id::text, s.number, s.claim_number AS "claimNumber", s.claim_key AS "claimKey", s.category, s.reason_code AS "reasonCode",
      s.amount_minor AS "amountMinor", s.item_id::text AS "itemId", s.quantity, s.unit_micros AS "unitMicros", s.invoice_key AS "invoiceKey",
      s.po_key AS "poKey", s.taken_on::text AS "takenOn"
    FROM deduction s WHERE s.id = ANY(${[...ids]}::uuid[]) ORDER BY s.taken_on, s.number`)
  const repayments = await readRepayments(ids, read)
  return new Map(
    rows.map((row, place) => {
      const claim = claimOf(claims.of(row.id), row.amountMinor)
      const { reference = null, claimedOn = null, position = null } = claim ?? {}
      const facts = { ...row, reference, claimedOn, position, repaid: repayments.of(row.id) }
      return [row.id, { facts, place }]
    }),
  )
}

/** Money of deductions that came back and stayed: with the line of the payment that gave it back, where a file told of it. */
async function readRepayments(ids: readonly string[], read: Read): Promise<Groups<string, RepaymentFacts>> {
  return grouped(
    await read<RepaymentFacts & { owner: string }>(sql`
      SELECT r.deduction_id::text AS owner, r.resolved_on::text AS "on", r.amount_minor AS "amountMinor",
        CASE WHEN l.id IS NULL THEN 'deduction' ELSE 'remittance' END AS document, coalesce(l.id, r.deduction_id)::text AS id, r.reference AS number, l.position
      FROM resolution r LEFT JOIN LATERAL (SELECT l.id, l.position FROM deduction_source s JOIN remittance_line l ON l.id = s.source_id
          JOIN remittance m ON m.id = l.remittance_id AND m.number = r.reference
        WHERE s.deduction_id = r.deduction_id AND s.kind = 'remittance' AND s.amount_minor = -r.amount_minor ORDER BY l.id LIMIT 1) l ON r.created_by IS NULL
      WHERE r.deduction_id = ANY(${[...ids]}::uuid[]) AND r.kind IN ('repaid', 'reversed') AND r.reverses_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM resolution b WHERE b.reverses_id = r.id)
      ORDER BY r.resolved_on, r.created_at, r.id`),
  )
}
