import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { DifferenceKind, DifferenceState } from '../rules/difference-kinds'

export type DifferenceRow = {
  id: string
  kind: DifferenceKind
  customer_id: string
  customer_code: string
  customer_name: string
  po_number: string | null
  po_key: string | null
  delivery_key: string | null
  invoice_key: string | null
  line: string | null
  field: string
  sap_value: string | null
  other_value: string | null
  other_source: string | null
  item_number: string | null
  description: string | null
  severity_minor: bigint
  currency: string
  owner_team: string
  state: DifferenceState
  first_seen_at: Date
  last_seen_at: Date
  due_on: CalendarDate | null
  reopened: number
  /** How the records were brought together, where not by their numbers. */
  match_kind: string | null
  tolerance_id: string | null
  version: number
}

/** The records that a side of a difference stands in. */
export const SIDE_RECORDS = [
  'sales-order-line',
  'delivery-line',
  'invoice',
  'purchase-order',
  'ship-notice',
  'receipt',
  'sent-invoice',
] as const
export type SideRecord = (typeof SIDE_RECORDS)[number]

export type DifferenceSource = {
  record: SideRecord
  number: string
  line: string | null
  on: CalendarDate | null
  batch_id: string
  file_name: string
  position: string
}

export type DifferenceDetail = {
  row: DifferenceRow & { resolved_at: Date | null; sales_order_key: string | null; agreed: string | null }
  sources: DifferenceSource[]
}

/** Sources shown per difference; a delivery of hundreds of lines is told by its first ones. */
const SOURCES_MAX = 6

/** The price agreed for the day of the order; two conditions valid at once are no agreement. */
const AGREED_PRICE = sql`(SELECT CASE WHEN min(p.price_micros) = max(p.price_micros) THEN price_text(min(p.price_micros)) END
  FROM price_condition p JOIN purchase_order o ON o.customer_id = d.customer_id AND o.number_key = d.po_key
  WHERE p.customer_id = d.customer_id AND p.item_id = d.item_id AND p.currency = d.currency AND o.ordered_on BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity'))`

/** One difference with the records both values stand in, and the file and position of each. */
export async function findDifference(actor: Actor, id: string): Promise<DifferenceDetail | null> {
  const [row] = await select<DifferenceDetail['row']>(sql`
    SELECT d.id, d.kind, d.customer_id, c.code AS customer_code, c.name AS customer_name, d.po_number, d.po_key, d.delivery_key, d.invoice_key, d.line, d.field,
      d.sap_value, d.other_value, d.other_source, coalesce(i.vendor_part, i.material) AS item_number, i.description, d.severity_minor, d.currency,
      d.owner_team, d.state, d.first_seen_at, d.last_seen_at, d.due_on, d.reopened, d.tolerance_id::text, m.kind AS match_kind, d.resolved_at, d.sales_order_key, d.version,
      CASE d.kind WHEN 'order-terms' THEN c.net_days::text WHEN 'order-price' THEN ${AGREED_PRICE} END AS agreed
    FROM difference d JOIN customer c ON c.id = d.customer_id LEFT JOIN item i ON i.id = d.item_id LEFT JOIN record_match m ON m.id = d.match_id
    WHERE d.id = ${id}::uuid AND ${scopeOf(actor, sql`d.customer_id`)}`)
  if (!row) return null
  const sources = await select<DifferenceSource>(sql`
    WITH named AS (
      SELECT s ->> 'record' AS record, (s ->> 'id')::uuid AS id
      FROM difference d CROSS JOIN LATERAL jsonb_array_elements(d.sources) s WHERE d.id = ${id}::uuid
    ), found AS (
      SELECT 'sales-order-line' AS record, x.number, x.line, x.ordered_on AS "on", x.batch_id, x.position
      FROM named n JOIN sales_order_line x ON n.record = 'sales-order-line' AND x.id = n.id
      UNION ALL SELECT 'delivery-line', x.number, x.line, x.issued_on, x.batch_id, x.position
      FROM named n JOIN delivery_line x ON n.record = 'delivery-line' AND x.id = n.id
      UNION ALL SELECT 'invoice', x.number, NULL, x.invoiced_on, x.batch_id, x.position FROM named n JOIN invoice x ON n.record = 'invoice' AND x.id = n.id
      UNION ALL SELECT 'purchase-order', x.number, NULL, x.ordered_on, x.batch_id, x.position
      FROM named n JOIN purchase_order x ON n.record = 'purchase-order' AND x.id = n.id
      UNION ALL SELECT 'ship-notice', x.number, NULL, coalesce(x.shipped_on, x.sent_at::date), x.batch_id, x.position
      FROM named n JOIN ship_notice x ON n.record = 'ship-notice' AND x.id = n.id
      UNION ALL SELECT 'receipt', x.number, NULL, x.received_on, x.batch_id, x.position FROM named n JOIN receipt x ON n.record = 'receipt' AND x.id = n.id
      UNION ALL SELECT 'sent-invoice', x.number, NULL, x.invoiced_on, x.batch_id, x.position FROM named n JOIN sent_invoice x ON n.record = 'sent-invoice' AND x.id = n.id
    )
    SELECT f.record, f.number, f.line, f."on", f.batch_id, b.file_name, f.position FROM found f JOIN import_batch b ON b.id = f.batch_id
    ORDER BY array_position(${[...SIDE_RECORDS]}::text[], f.record), f.number, f.line LIMIT ${SOURCES_MAX}`)
  return { row, sources }
}
