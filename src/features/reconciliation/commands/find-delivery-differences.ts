import { type Sql, sql, type Tx } from '@/server/db/client'
import type { Finder } from './find-order-differences'
import { inDeliveries, inInvoices, RECEIPT_DAYS } from './prepare-extent'

const PRICE = sql`LEFT JOIN sales_order_line p ON p.number_key = d.sales_order_key AND p.line_no = d.line_no
  JOIN customer c ON c.id = d.customer_id`

type OtherCount = { kind: string; shipped: Sql; count: Sql; source: string; record: string; recordId: Sql; match: Sql; where: Sql }

function differsFromShipped({ kind, shipped, count, source, record, recordId, match, where }: OtherCount): Sql {
  return sql`
  SELECT ${kind}::text, d.customer_id, d.po_number, d.po_key, d.sales_order_key, d.delivery_key, NULL::text, d.line_no::text,
    'quantity', ${shipped}::text, ${count}::text, ${source}::text, d.item_id, (abs(${shipped} - ${count}) * coalesce(p.price_micros, 0) / 10000)::bigint,
    coalesce(p.currency, c.currency),
    jsonb_build_array(jsonb_build_object('record', 'delivery-line', 'id', d.delivery_line_id), jsonb_build_object('record', ${record}::text, 'id', ${recordId})), ${match}
  FROM shipped_line d ${PRICE}
  WHERE ${count} IS NOT NULL AND ${count} <> ${shipped} AND ${where}`
}

/** What left the dock against what the ship notice announced. */
export const findShippedQuantityDifferences: Finder = () =>
  differsFromShipped({
    kind: 'shipped-quantity',
    shipped: sql`d.shipped`,
    count: sql`d.noticed`,
    source: 'asn',
    record: 'ship-notice',
    recordId: sql`d.ship_notice_id`,
    match: sql`CASE WHEN d.linked_notice IS NOT NULL THEN match_identity('ship-notice', d.customer_id, d.linked_notice, d.delivery_key) END`,
    where: sql`TRUE`,
  })

/** What left the dock against the customer's first count. */
export const findReceivedQuantityDifferences: Finder = () =>
  differsFromShipped({
    kind: 'received-quantity',
    shipped: sql`d.counted_shipped`,
    count: sql`d.received_first`,
    source: 'receipt',
    record: 'receipt',
    recordId: sql`d.receipt_id`,
    match: sql`CASE WHEN d.linked_order IS NOT NULL THEN match_identity('receipt', d.customer_id, d.linked_order, d.po_key) END`,
    where: sql`d.is_counted`,
  })

/**
 * Deliveries the carrier brought or a signature proves: on the day itself, and by the day on which the count, or its absence,
 * is a fact (`arrived_on` is the earliest word).
 */
export async function collectArrivals(tx: Tx): Promise<void> {
  const arrived = (on: Sql) => sql`
    SELECT d.number_key, e.happened_at::date AS arrived_on, e.status FROM (SELECT DISTINCT delivery_key AS number_key, pro_key, bol_key FROM shipped_line) d
    JOIN carrier_event e ON ${on} WHERE e.status IN ('D1', 'X1')`
  const signed = (on: Sql) => sql`
    SELECT d.number_key, p.signed_on, 'signed' FROM (SELECT DISTINCT delivery_key AS number_key, pro_key, bol_key FROM shipped_line) d
    JOIN delivery_paper p ON ${on} WHERE p.kind = 'proof-of-delivery' AND p.is_signed`
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE arrival ON COMMIT DROP AS
    SELECT number_key, min(arrived_on) FILTER (WHERE status IN ('D1', 'signed')) AS arrived_on, bool_or(status IN ('D1', 'X1')) AS is_delivered FROM (
      ${arrived(sql`e.delivery_key = d.number_key`)} UNION ALL ${arrived(sql`e.pro_key = d.pro_key`)} UNION ALL ${arrived(sql`e.bol_key = d.bol_key`)}
      UNION ALL ${signed(sql`p.delivery_key = d.number_key`)} UNION ALL ${signed(sql`p.pro_key = d.pro_key`)} UNION ALL ${signed(sql`p.bol_key = d.bol_key`)}
    ) word GROUP BY number_key`)
  await tx.$executeRaw(sql`ANALYZE arrival`)
}

/**
 * Delivered, by the carrier's word or a signature, yet the customer who counts everything else has no first count for it: counted as nothing. Customers who
 * never send receipts are left out.
 */
export const findUnreceivedDeliveries: Finder = ({ today }) => sql`
  SELECT 'received-quantity', d.customer_id, d.po_number, d.po_key, d.sales_order_key, d.delivery_key, NULL::text, d.line_no::text,
    'quantity', d.counted_shipped::text, '0', 'receipt', d.item_id, (d.counted_shipped * coalesce(p.price_micros, 0) / 10000)::bigint,
    coalesce(p.currency, c.currency),
    jsonb_build_array(jsonb_build_object('record', 'delivery-line', 'id', d.delivery_line_id)), NULL::text
  FROM shipped_line d JOIN arrival a ON a.number_key = d.delivery_key ${PRICE}
  WHERE d.received_first IS NULL AND d.shipped > 0 AND d.is_counted AND d.customer_id IN (SELECT customer_id FROM trading WHERE sends_receipts)
    AND a.arrived_on < ${today}::date - ${RECEIPT_DAYS}::int`

/** Delivered by the carrier, while SAP still waits for goods issue. */
export const findStatusDifferences: Finder = (extent) => sql`
  SELECT 'status', d.customer_id, min(d.po_number), min(d.po_key), min(d.sales_order_key), d.number_key, NULL::text, NULL::text,
    'goodsIssueStatus', 'A', 'delivered', '214', NULL::uuid, 0::bigint, min(c.currency),
    jsonb_agg(jsonb_build_object('record', 'delivery-line', 'id', d.id) ORDER BY d.id), NULL::text
  FROM delivery_line d JOIN customer c ON c.id = d.customer_id JOIN arrival a ON a.number_key = d.number_key AND a.is_delivered
  WHERE d.issue_status = 'A' ${inDeliveries(extent, sql`d.number_key`)}
  GROUP BY d.customer_id, d.number_key`

/** Shipped, not billed. The day of goods issue itself is left to the billing run of the night. */
export const findMissingInvoices: Finder = (extent) => sql`
  SELECT 'missing-invoice', d.customer_id, min(d.po_number), min(d.po_key), min(d.sales_order_key), d.number_key, NULL::text, NULL::text,
    'invoice', 'not billed', 'shipped', 'sap', NULL::uuid, sum(coalesce(s.price_micros, 0) * d.quantity / 10000)::bigint, min(c.currency),
    jsonb_agg(jsonb_build_object('record', 'delivery-line', 'id', d.id) ORDER BY d.id), NULL::text
  FROM delivery_line d JOIN customer c ON c.id = d.customer_id
  LEFT JOIN sales_order_line s ON s.number_key = d.sales_order_key AND s.line = d.line
  WHERE d.issued_on < ${extent.today}::date ${inDeliveries(extent, sql`d.number_key`)} AND NOT EXISTS (SELECT 1 FROM invoice v WHERE v.delivery_key = d.number_key)
  GROUP BY d.customer_id, d.number_key`

/** Billed, while neither goods issue nor the carrier knows that anything left. */
export const findMissingShipments: Finder = (extent) => sql`
  SELECT 'missing-shipment', v.customer_id, min(v.po_number), min(v.po_key), min(v.sales_order_key), v.delivery_key, v.number_key, NULL::text,
    'goodsIssue', 'billed', 'not shipped', 'sap', NULL::uuid, min(v.net_minor)::bigint, min(v.currency),
    jsonb_agg(DISTINCT jsonb_build_object('record', 'invoice', 'id', v.id)), NULL::text
  FROM invoice v JOIN delivery_line d ON d.number_key = v.delivery_key
  WHERE d.issued_on IS NULL AND coalesce(d.issue_status, 'A') <> 'C' ${inInvoices(extent, sql`v.number_key`)}
    AND NOT EXISTS (SELECT 1 FROM arrival a WHERE a.number_key = d.number_key AND a.is_delivered)
  GROUP BY v.customer_id, v.delivery_key, v.number_key`
