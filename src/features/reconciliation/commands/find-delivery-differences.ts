import { type Sql, sql } from '@/server/db/client'

type Finder = (today: string) => Sql

const PRICE = sql`LEFT JOIN LATERAL (
    SELECT s.price_micros, s.currency FROM sales_order_line s
    WHERE s.number_key = d.sales_order_key AND s.line_no = d.line_no LIMIT 1
  ) p ON true
  JOIN customer c ON c.id = d.customer_id`

type OtherCount = { kind: string; count: Sql; source: string; record: string; recordId: Sql }

function differsFromShipped({ kind, count, source, record, recordId }: OtherCount): Sql {
  return sql`
  SELECT ${kind}::text, d.customer_id, d.po_number, d.po_key, d.sales_order_key, d.delivery_key, NULL::text, d.line_no::text,
    'quantity', d.shipped::text, ${count}::text, ${source}::text, d.item_id, (abs(d.shipped - ${count}) * coalesce(p.price_micros, 0) / 10000)::bigint,
    coalesce(p.currency, c.currency),
    jsonb_build_array(jsonb_build_object('record', 'delivery-line', 'id', d.delivery_line_id), jsonb_build_object('record', ${record}::text, 'id', ${recordId}))
  FROM delivery_line_steps d ${PRICE}
  WHERE ${count} IS NOT NULL AND ${count} <> d.shipped`
}

/** What left the dock against what the ship notice announced. */
export const findShippedQuantityDifferences: Finder = () =>
  differsFromShipped({
    kind: 'shipped-quantity',
    count: sql`d.noticed`,
    source: 'asn',
    record: 'ship-notice',
    recordId: sql`d.ship_notice_id`,
  })

/** What left the dock against the customer's first count. */
export const findReceivedQuantityDifferences: Finder = () =>
  differsFromShipped({
    kind: 'received-quantity',
    count: sql`d.received_first`,
    source: 'receipt',
    record: 'receipt',
    recordId: sql`d.receipt_id`,
  })

const DELIVERED = sql`EXISTS (
    SELECT 1 FROM carrier_event e WHERE e.status IN ('D1', 'X1')
      AND (e.delivery_key = d.number_key OR (d.pro_key IS NOT NULL AND e.pro_key = d.pro_key) OR (d.bol_key IS NOT NULL AND e.bol_key = d.bol_key)))`

/** Whole days after a delivery within which a customer books the receipt; what is counted later resolves the difference. */
const RECEIPT_DAYS = 1

/**
 * Delivered, by the carrier's word or a signature, yet the customer who counts everything else has no first count for it: counted as nothing. Customers who
 * never send receipts are left out.
 */
export const findUnreceivedDeliveries: Finder = (today) => sql`
  SELECT 'received-quantity', d.customer_id, d.po_number, d.po_key, d.sales_order_key, d.delivery_key, NULL::text, d.line_no::text,
    'quantity', d.shipped::text, '0', 'receipt', d.item_id, (d.shipped * coalesce(p.price_micros, 0) / 10000)::bigint,
    coalesce(p.currency, c.currency),
    jsonb_build_array(jsonb_build_object('record', 'delivery-line', 'id', d.delivery_line_id))
  FROM delivery_line_steps d ${PRICE}
  WHERE d.received_first IS NULL AND d.shipped > 0 AND d.customer_id IN (SELECT customer_id FROM receipt)
    AND EXISTS (SELECT 1 FROM delivery_line dl WHERE dl.id = d.delivery_line_id AND (
      EXISTS (SELECT 1 FROM carrier_event e WHERE e.status = 'D1' AND e.happened_at < ${today}::date - ${RECEIPT_DAYS}::int
        AND (e.delivery_key = dl.number_key OR e.pro_key = dl.pro_key OR e.bol_key = dl.bol_key))
      OR EXISTS (SELECT 1 FROM delivery_paper p WHERE p.kind = 'proof-of-delivery' AND p.is_signed AND p.signed_on < ${today}::date - ${RECEIPT_DAYS}::int
        AND (p.delivery_key = dl.number_key OR p.pro_key = dl.pro_key OR p.bol_key = dl.bol_key))))`

/** Delivered by the carrier, while SAP still waits for goods issue. */
export const findStatusDifferences: Finder = () => sql`
  SELECT 'status', d.customer_id, min(d.po_number), min(d.po_key), min(d.sales_order_key), d.number_key, NULL::text, NULL::text,
    'goodsIssueStatus', 'A', 'delivered', '214', NULL::uuid, 0::bigint, min(c.currency),
    jsonb_agg(jsonb_build_object('record', 'delivery-line', 'id', d.id))
  FROM delivery_line d JOIN customer c ON c.id = d.customer_id
  WHERE d.issue_status = 'A' AND ${DELIVERED}
  GROUP BY d.customer_id, d.number_key`

/** Shipped, not billed. The day of goods issue itself is left to the billing run of the night. */
export const findMissingInvoices: Finder = (today) => sql`
  SELECT 'missing-invoice', d.customer_id, min(d.po_number), min(d.po_key), min(d.sales_order_key), d.number_key, NULL::text, NULL::text,
    'invoice', 'not billed', 'shipped', 'sap', NULL::uuid, sum(coalesce(s.price_micros, 0) * d.quantity / 10000)::bigint, min(c.currency),
    jsonb_agg(jsonb_build_object('record', 'delivery-line', 'id', d.id))
  FROM delivery_line d JOIN customer c ON c.id = d.customer_id
  LEFT JOIN sales_order_line s ON s.number_key = d.sales_order_key AND s.line = d.line
  WHERE d.issued_on < ${today}::date AND NOT EXISTS (SELECT 1 FROM invoice v WHERE v.delivery_key = d.number_key)
  GROUP BY d.customer_id, d.number_key`

/** Billed, while neither goods issue nor the carrier knows that anything left. */
export const findMissingShipments: Finder = () => sql`
  SELECT 'missing-shipment', v.customer_id, min(v.po_number), min(v.po_key), min(v.sales_order_key), v.delivery_key, v.number_key, NULL::text,
    'goodsIssue', 'billed', 'not shipped', 'sap', NULL::uuid, min(v.net_minor)::bigint, min(v.currency),
    jsonb_agg(jsonb_build_object('record', 'invoice', 'id', v.id))
  FROM invoice v JOIN delivery_line d ON d.number_key = v.delivery_key
  WHERE d.issued_on IS NULL AND coalesce(d.issue_status, 'A') <> 'C' AND NOT ${DELIVERED}
  GROUP BY v.customer_id, v.delivery_key, v.number_key`
