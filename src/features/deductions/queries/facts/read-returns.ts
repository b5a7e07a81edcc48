import { comparisonKey } from '@/core/comparison-key'
import { sql } from '@/server/db/client'
import type { ReturnAuthorisationFacts, ReturnReceiptFacts, StockReportFacts } from '../../rules/shipment-facts'
import type { CreditFacts } from '../../rules/validity-facts'
import { Groups, grouped, NumbersOfCustomers, type Read } from './read'
import type { Subject } from './read-subjects'

/** Facts that only judges of returns look at, by deduction. */
export type ReturnRows = {
  authorisations: Groups<string, ReturnAuthorisationFacts>
  receipts: Groups<string, ReturnReceiptFacts>
  credits: Groups<string, CreditFacts>
}

/** Reads authorisations, returned goods and credits under the reference that each deduction for a return names; `referenceOf` answers it as written. */
export async function readReturns(
  subjects: readonly Subject[],
  referenceOf: (subject: Subject) => string | null,
  read: Read,
): Promise<ReturnRows> {
  const returns = subjects.filter((subject) => subject.category === 'returns')
  if (returns.length === 0) return { authorisations: new Groups(), receipts: new Groups(), credits: new Groups() }
  const references = returns.map((subject) => comparisonKey(referenceOf(subject) ?? '') || null)
  const asked = sql`unnest(${returns.map((subject) => subject.id)}::uuid[], ${returns.map((subject) => subject.customerId)}::uuid[], ${references}::text[],
    ${returns.map((subject) => subject.invoiceKey)}::text[]) AS k(id, customer_id, reference_key, invoice_key)`
  const authorisations = await read<ReturnAuthorisationFacts & { owner: string }>(sql`
    SELECT k.id::text AS owner, a.id::text, a.number, a.authorised_on::text AS "authorisedOn", a.item_id::text AS "itemId", a.quantity,
      a.price_micros AS "priceMicros", a.position
    FROM ${asked} JOIN return_authorisation a ON a.customer_id = k.customer_id
      AND (a.number_key = k.reference_key OR (k.reference_key IS NULL AND a.invoice_key = k.invoice_key)) ORDER BY a.number, a.line`)
  const receipts = await read<ReturnReceiptFacts & { owner: string }>(sql`
    SELECT k.id::text AS owner, r.id::text, r.received_on::text AS "receivedOn", r.item_id::text AS "itemId", r.quantity, r.condition, r.position
    FROM ${asked} JOIN return_receipt r ON r.customer_id = k.customer_id AND r.rga_key = k.reference_key ORDER BY r.received_on, r.id`)
  const credits = await read<CreditFacts & { owner: string }>(sql`
    WITH credit AS MATERIALIZED (
      SELECT l.*, comparison_key(coalesce(l.text, '')) AS text_key FROM ledger_item l
      WHERE l.customer_id = ANY(${returns.map((subject) => subject.customerId)}::uuid[]) AND l.posting_key = '11')
    SELECT k.id::text AS owner, l.id::text, l.document_number AS number, l.posted_on::text AS "postedOn", abs(l.amount_minor) AS "amountMinor", l.reference,
      l.text, l.position
    FROM ${asked} JOIN credit l ON l.customer_id = k.customer_id
      AND (l.assignment_key = k.reference_key OR l.reference_key = k.reference_key OR l.text_key LIKE '%' || k.reference_key || '%')
    ORDER BY l.posted_on, l.id`)
  return { authorisations: grouped(authorisations), receipts: grouped(receipts), credits: grouped(credits) }
}

/** What customers report to have in stock of the article of a deduction for price protection. */
export async function readStockReports(
  subjects: readonly Subject[],
  read: Read,
): Promise<(subject: Subject) => readonly StockReportFacts[]> {
  const articles = new NumbersOfCustomers()
  for (const subject of subjects) if (subject.category === 'price-protection') articles.add(subject.customerId, subject.itemId)
  if (articles.keys.length === 0) return () => []
  const reports = grouped(
    await read<StockReportFacts & { owner: number }>(sql`
      SELECT k.place::int AS owner, s.id::text, s.item_id::text AS "itemId", s.reported_on::text AS "reportedOn", s.quantity, s.position
      FROM unnest(${articles.customerIds}::uuid[], ${articles.keys}::uuid[]) WITH ORDINALITY AS k(customer_id, item_id, place)
      JOIN stock_report s ON s.customer_id = k.customer_id AND s.item_id = k.item_id ORDER BY s.reported_on, s.id`),
  )
  return (subject) => (subject.category === 'price-protection' ? reports.of(articles.placeOf(subject.customerId, subject.itemId)) : [])
}
