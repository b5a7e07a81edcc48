import { type Sql, sql } from '@/server/db/client'

/*
 * What each record says of an order, one row per share (`LedgerShare`), over `key` (customer_id, po_key), `lines` (line_no, item_id,
 * price_micros), `deliveries` and `invoices` of find-order-ledger.ts.
 */

/** The order line a row of another document speaks of: the one of its number, else the first of its article. */
const lineOf = (lineNo: Sql, itemId: Sql): Sql => sql`(SELECT k.line_no FROM lines k WHERE k.line_no = ${lineNo} OR k.item_id = ${itemId}
  ORDER BY coalesce(k.line_no = ${lineNo}, false) DESC, k.line_no LIMIT 1)`

const priceOf = (lineNo: Sql): Sql => sql`(SELECT k.price_micros FROM lines k WHERE k.line_no = ${lineNo} LIMIT 1)`

const NOTHING = sql`NULL::bigint`

const ORDERED = sql`
  SELECT 'ordered' AS step, o.line_no AS line, 'purchase-order' AS record, o.purchase_order_id AS id, o.po_number AS number, o.ordered_on AS "on",
    o.quantity_first AS units, ${NOTHING} AS priced, o.price_micros_first AS price_micros, ${NOTHING} AS minor, p.batch_id, o.position, NULL::uuid AS invoice_id
  FROM order_line_now o JOIN purchase_order p ON p.id = o.purchase_order_id JOIN key ON o.customer_id = key.customer_id AND o.po_key = key.po_key
  WHERE o.added_by IS NULL
  UNION ALL SELECT 'ordered', o.line_no, 'order-change', c.id, c.po_number, c.changed_on, o.quantity - o.quantity_first, NULL, o.price_micros_first, NULL,
    c.batch_id, c.position, NULL
  FROM order_line_now o JOIN key ON o.customer_id = key.customer_id AND o.po_key = key.po_key
  JOIN LATERAL (SELECT x.* FROM order_change x WHERE x.customer_id = o.customer_id AND x.po_key = o.po_key AND x.line_no = o.line_no
    AND coalesce(x.quantity_new, x.quantity_delta) IS NOT NULL ORDER BY x.changed_on DESC, x.id DESC LIMIT 1) c ON true
  WHERE o.quantity <> o.quantity_first
  UNION ALL SELECT 'ordered', o.line_no, 'order-change', c.id, c.po_number, c.changed_on, NULL, o.quantity, o.price_micros - o.price_micros_first, NULL,
    c.batch_id, c.position, NULL
  FROM order_line_now o JOIN key ON o.customer_id = key.customer_id AND o.po_key = key.po_key
  JOIN LATERAL (SELECT x.* FROM order_change x WHERE x.customer_id = o.customer_id AND x.po_key = o.po_key AND x.line_no = o.line_no
    AND x.price_micros_new IS NOT NULL ORDER BY x.changed_on DESC, x.id DESC LIMIT 1) c ON true
  WHERE o.price_micros <> o.price_micros_first`

const CONFIRMED = sql`
  SELECT 'confirmed', f.line_no, 'order-confirmation', f.id, f.po_number, f.confirmed_on, f.quantity, NULL,
    coalesce(f.price_micros, ${priceOf(sql`f.line_no`)}), NULL, f.batch_id, f.position, NULL
  FROM order_confirmation_line f JOIN key ON f.customer_id = key.customer_id AND f.po_key = key.po_key
  UNION ALL SELECT 'in_sap', s.line_no, 'sales-order', s.id, s.number, s.ordered_on, s.quantity, NULL, s.price_micros, s.net_minor,
    s.batch_id, s.position, NULL
  FROM sales_order_line s JOIN key ON s.customer_id = key.customer_id AND s.po_key = key.po_key`

const SHIPPED = sql`
  SELECT 'shipped', d.line_no, 'delivery', d.id, d.number, d.issued_on, d.quantity, NULL, ${priceOf(sql`d.line_no`)}, NULL, d.batch_id, d.position, NULL
  FROM deliveries d
  UNION ALL SELECT 'noticed', own.line_no, 'ship-notice', n.id, n.number, coalesce(n.shipped_on, (n.sent_at AT TIME ZONE 'UTC')::date), l.quantity, NULL,
    ${priceOf(sql`own.line_no`)}, NULL, n.batch_id, l.position, NULL
  FROM ship_notice n JOIN key ON n.customer_id = key.customer_id JOIN ship_notice_line l ON l.ship_notice_id = n.id AND coalesce(l.po_key, key.po_key) = key.po_key
  CROSS JOIN LATERAL (SELECT ${lineOf(sql`l.line_no`, sql`l.item_id`)} AS line_no) own
  WHERE n.number_key IN (SELECT number_key FROM deliveries) OR l.po_key = key.po_key`

// A receipt counts handling units of the whole shipment: only a full count says something about each line.
const SIGNED = sql`
  SELECT 'signed', d.line_no, 'proof-of-delivery', p.document_id, p.file_name, p.signed_on, d.quantity, NULL, ${priceOf(sql`d.line_no`)}, NULL,
    p.batch_id, coalesce(p.citations ->> 'piecesReceived', p.citations ->> 'isSigned'), NULL
  FROM deliveries d
  JOIN LATERAL (SELECT x.document_id, x.signed_on, x.citations, doc.file_name, doc.batch_id FROM delivery_paper x
    JOIN document doc ON doc.id = x.document_id AND doc.tombstoned_at IS NULL AND doc.replaced_by_id IS NULL
    WHERE x.kind = 'proof-of-delivery' AND x.is_signed AND x.pieces_received >= x.pieces_shipped
      AND (x.pro_key = d.pro_key OR x.bol_key = d.bol_key OR x.delivery_key = d.number_key)
    ORDER BY x.signed_on NULLS LAST, x.document_id LIMIT 1) p ON true`

const RECEIVED = sql`
  SELECT CASE r.purpose WHEN 'first' THEN 'received' ELSE 'recounted' END, own.line_no, 'receipt', r.id, r.number, r.received_on, l.received, NULL,
    ${priceOf(sql`own.line_no`)}, NULL, r.batch_id, l.position, NULL
  FROM receipt r JOIN key ON r.customer_id = key.customer_id
  JOIN receipt_line l ON l.receipt_id = r.id
  CROSS JOIN LATERAL (SELECT ${lineOf(sql`NULL::int`, sql`l.item_id`)} AS line_no) own
  WHERE coalesce(nullif(r.po_key, ''), key.po_key) = key.po_key AND (r.po_key = key.po_key OR r.bol_key IN (SELECT bol_key FROM deliveries))`

const BILLED = sql`
  SELECT 'invoiced', own.line_no, 'invoice', v.id, v.number, v.invoiced_on, l.quantity, NULL, l.price_micros, l.net_minor, l.batch_id, l.position, v.id
  FROM invoices v JOIN invoice_line l ON l.invoice_id = v.id
  CROSS JOIN LATERAL (SELECT ${lineOf(sql`l.line_no`, sql`l.item_id`)} AS line_no) own
  UNION ALL SELECT 'paid', NULL, 'remittance', m.id, m.number, m.paid_on, NULL, NULL, NULL, r.paid_minor + r.discount_minor, m.batch_id, r.position, v.id
  FROM invoices v JOIN remittance_line r ON r.customer_id = v.customer_id AND r.reference_key = v.number_key JOIN remittance m ON m.id = r.remittance_id
  UNION ALL SELECT 'deducted', own.line_no, 'deduction', d.id, coalesce(d.claim_number, d.number::text), d.taken_on, d.quantity, NULL, NULL, d.amount_minor,
    s.batch_id, s.position, NULL
  FROM deduction d JOIN key ON d.customer_id = key.customer_id
  CROSS JOIN LATERAL (SELECT ${lineOf(sql`NULL::int`, sql`d.item_id`)} AS line_no) own
  LEFT JOIN LATERAL (SELECT x.batch_id, x.position FROM deduction_source x WHERE x.deduction_id = d.id ORDER BY x.is_origin DESC, x.id LIMIT 1) s ON true
  WHERE d.po_key = key.po_key OR d.invoice_key IN (SELECT number_key FROM invoices)`

/** Every record's share of the figures of one order. */
export const LEDGER_SHARES: Sql = sql`${ORDERED} UNION ALL ${CONFIRMED} UNION ALL ${SHIPPED} UNION ALL ${SIGNED} UNION ALL ${RECEIVED} UNION ALL ${BILLED}`
