import { type Sql, sql } from '@/server/db/client'

/** Columns every finder returns, in this order: see `found_difference` in reconcile.ts. */
type Finder = (today: string) => Sql

/** Ordered quantity against SAP. A quantity that SAP rounded to full cases is a question of pack, not of count. */
export const findOrderQuantityDifferences: Finder = () => sql`
  SELECT CASE WHEN i.case_pack > 1 AND o.quantity % i.case_pack <> 0 AND s.quantity % i.case_pack = 0 AND abs(s.quantity - o.quantity) < i.case_pack
      THEN 'order-pack' ELSE 'order-quantity' END AS kind,
    o.customer_id, o.po_number, o.po_key, s.number_key AS sales_order_key, NULL::text AS delivery_key, NULL::text AS invoice_key, o.line_no::text AS line,
    'quantity' AS field, s.quantity::text AS sap_value, o.quantity::text AS other_value, 'order' AS other_source, o.item_id,
    (abs(s.quantity - o.quantity) * coalesce(s.price_micros, o.price_micros, 0) / 10000)::bigint AS severity_minor, s.currency,
    jsonb_build_array(jsonb_build_object('record', 'sales-order-line', 'id', s.id), jsonb_build_object('record', 'purchase-order', 'id', o.purchase_order_id)) AS sources
  FROM order_line_now o
  JOIN sales_order_line s ON s.customer_id = o.customer_id AND s.po_key = o.po_key AND s.line_no = o.line_no
  LEFT JOIN item i ON i.id = o.item_id
  WHERE s.quantity <> o.quantity`

/**
 * Ordered price against the price SAP sells at. A price that differs by exactly the allowance we take off on the
 * invoice agrees: the customer ordered net, we bill gross less allowance.
 */
export const findOrderPriceDifferences: Finder = () => sql`
  SELECT 'order-price', o.customer_id, o.po_number, o.po_key, s.number_key, NULL::text, NULL::text, o.line_no::text,
    'price', price_text(coalesce(b.price_micros, s.price_micros)), price_text(o.price_micros), 'order', o.item_id,
    (abs(coalesce(b.price_micros, s.price_micros) - o.price_micros) * s.quantity / 10000)::bigint, s.currency,
    jsonb_build_array(jsonb_build_object('record', 'sales-order-line', 'id', s.id), jsonb_build_object('record', 'purchase-order', 'id', o.purchase_order_id))
  FROM order_line_now o
  JOIN sales_order_line s ON s.customer_id = o.customer_id AND s.po_key = o.po_key AND s.line_no = o.line_no
  LEFT JOIN LATERAL (
    SELECT l.price_micros, l.allowance_minor, l.quantity FROM invoice_line l JOIN invoice v ON v.id = l.invoice_id
    WHERE v.customer_id = s.customer_id AND v.po_key = s.po_key AND l.line_no = o.line_no ORDER BY v.invoiced_on, v.id LIMIT 1
  ) b ON true
  WHERE o.price_micros IS NOT NULL AND coalesce(b.price_micros, s.price_micros) IS NOT NULL
    AND coalesce(b.price_micros, s.price_micros) <> o.price_micros
    AND NOT (coalesce(b.allowance_minor, 0) < 0 AND b.quantity > 0
      AND abs(b.price_micros - o.price_micros + (b.allowance_minor * 10000) / b.quantity) < 5000)`

/** Ordered payment terms against the customer's terms in SAP. */
export const findOrderTermsDifferences: Finder = () => sql`
  SELECT 'order-terms', o.customer_id, o.number, o.number_key, t.number_key, NULL::text, NULL::text, NULL::text,
    'netDays', t.net_days::text, o.net_days::text, 'order', NULL::uuid, coalesce(t.net_minor, 0)::bigint, o.currency,
    jsonb_build_array(jsonb_build_object('record', 'purchase-order', 'id', o.id))
  FROM purchase_order o
  JOIN LATERAL (
    SELECT s.number_key, substring(s.terms FROM '[0-9]+')::int AS net_days, sum(s.net_minor) OVER (PARTITION BY s.number_key) AS net_minor
    FROM sales_order_line s WHERE s.customer_id = o.customer_id AND s.po_key = o.number_key AND s.terms ~ '[0-9]' LIMIT 1
  ) t ON true
  WHERE o.net_days IS NOT NULL AND o.net_days <> t.net_days`

/** An order whose ship window has passed without a delivery. */
export const findMissingDeliveries: Finder = (today) => sql`
  SELECT 'missing-delivery', s.customer_id, min(s.po_number), s.po_key, s.number_key, NULL::text, NULL::text, NULL::text,
    'delivery', 'no delivery', coalesce(max(o.ship_by), max(s.requested_on))::text, 'order', NULL::uuid, sum(coalesce(s.net_minor, 0))::bigint, min(s.currency),
    jsonb_agg(jsonb_build_object('record', 'sales-order-line', 'id', s.id))
  FROM sales_order_line s
  LEFT JOIN purchase_order o ON o.customer_id = s.customer_id AND o.number_key = s.po_key
  WHERE NOT EXISTS (SELECT 1 FROM delivery_line d WHERE d.sales_order_key = s.number_key)
    AND NOT EXISTS (SELECT 1 FROM delivery_line d WHERE d.customer_id = s.customer_id AND d.po_key = s.po_key)
  GROUP BY s.customer_id, s.po_key, s.number_key
  HAVING coalesce(max(o.ship_by), max(s.requested_on)) <= ${today}::date`
