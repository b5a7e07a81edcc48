import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** The record kinds that can stand side by side, in the order of trade. */
export const PAPER_RECORDS = ['purchase-order', 'sales-order', 'ship-notice', 'delivery', 'receipt', 'invoice', 'sent-invoice'] as const
export type PaperRecord = (typeof PAPER_RECORDS)[number]

/** One line of one paper, with the file and position of its values. */
export type PaperLine = {
  record: PaperRecord
  number: string
  on: CalendarDate | null
  line: string | null
  item_id: string | null
  item: string | null
  quantity: bigint | null
  unit: string | null
  price: string | null
  currency: string | null
  net_days: number | null
  batch_id: string
  file_name: string
  position: string
}

/** Lines shown per difference; who needs more opens the file. */
const LINES_MAX = 400

/**
 * All lines of the papers that a difference stands in, so that they can be laid side by side: the customer's order and SAP's, and
 * for a delivery or an invoice the ship notice, the delivery, the first count and the bill.
 */
export async function findDifferenceSides(actor: Actor, id: string): Promise<PaperLine[]> {
  const item = sql`coalesce(i.vendor_part, i.material)`
  return select<PaperLine>(sql`
    WITH d AS (SELECT d.*, m.step, m.our_key, m.their_key FROM difference d LEFT JOIN record_match m ON m.id = d.match_id
      WHERE d.id = ${id}::uuid AND ${scopeOf(actor, sql`d.customer_id`)}),
    is_order AS (SELECT 1 FROM d WHERE d.delivery_key IS NULL AND d.invoice_key IS NULL),
    papers AS (
      SELECT 'purchase-order' AS record, o.number, o.ordered_on AS "on", l.line, l.item_id, l.quantity, l.unit, price_text(l.price_micros) AS price, o.currency::text, o.net_days, o.batch_id, l.position
      FROM d JOIN purchase_order o ON o.customer_id = d.customer_id AND o.number_key = d.po_key JOIN order_line_now l ON l.purchase_order_id = o.id WHERE EXISTS (SELECT 1 FROM is_order)
      UNION ALL
      SELECT 'sales-order', s.number, s.ordered_on, s.line, s.item_id, s.quantity, s.unit, price_text(s.price_micros), s.currency::text, substring(s.terms FROM '[0-9]+')::int, s.batch_id, s.position
      FROM d JOIN sales_order_line s ON s.customer_id = d.customer_id AND (s.po_key = d.po_key OR d.step = 'order' AND s.po_key = d.our_key OR s.number_key = d.sales_order_key) WHERE EXISTS (SELECT 1 FROM is_order)
      UNION ALL
      SELECT 'delivery', x.number, x.issued_on, x.line, x.item_id, x.quantity, x.unit, NULL, NULL, NULL, x.batch_id, x.position FROM d JOIN delivery_line x ON x.number_key = d.delivery_key
      UNION ALL
      SELECT 'ship-notice', n.number, coalesce(n.shipped_on, n.sent_at::date), l.line, l.item_id, l.quantity, l.unit, NULL, NULL, NULL, n.batch_id, l.position
      FROM d JOIN ship_notice n ON n.customer_id = d.customer_id AND ${named(sql`n.id`, 'ship-notice')} JOIN ship_notice_line l ON l.ship_notice_id = n.id
      UNION ALL
      SELECT 'receipt', r.number, r.received_on, l.line, l.item_id, l.received, NULL, NULL, NULL, NULL, r.batch_id, l.position
      FROM d JOIN receipt r ON r.customer_id = d.customer_id AND ${named(sql`r.id`, 'receipt')} JOIN receipt_line l ON l.receipt_id = r.id
      UNION ALL
      SELECT 'invoice', v.number, v.invoiced_on, l.line, l.item_id, l.quantity, l.unit, price_text(l.price_micros), v.currency::text, NULL, l.batch_id, l.position
      FROM d JOIN invoice v ON v.customer_id = d.customer_id AND ${named(sql`v.id`, 'invoice')} JOIN invoice_line l ON l.invoice_id = v.id
      UNION ALL
      SELECT 'sent-invoice', v.number, v.invoiced_on, l.line, l.item_id, l.quantity, l.unit, price_text(l.price_micros), v.currency::text, v.net_days, v.batch_id, l.position
      FROM d JOIN sent_invoice v ON v.customer_id = d.customer_id AND ${named(sql`v.id`, 'sent-invoice')} JOIN sent_invoice_line l ON l.sent_invoice_id = v.id
    )
    SELECT p.record, p.number, p."on", p.line, p.item_id::text, ${item} AS item, p.quantity, p.unit, p.price, p.currency, p.net_days, p.batch_id::text, b.file_name, p.position
    FROM papers p LEFT JOIN item i ON i.id = p.item_id JOIN import_batch b ON b.id = p.batch_id
    ORDER BY array_position(${[...PAPER_RECORDS]}::text[], p.record), p.number, length(p.line), p.line LIMIT ${LINES_MAX}`)
}

function named(id: Sql, record: string): Sql {
  return sql`EXISTS (SELECT 1 FROM jsonb_array_elements(d.sources) s WHERE s ->> 'record' = ${record} AND (s ->> 'id')::uuid = ${id})`
}
