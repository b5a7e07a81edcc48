-- What was ordered at last: the purchase order with its changes replayed (a line or an order that was cancelled counts nothing, a line
-- that a change added was not ordered at first), and the line numbers that SAP, ship notice, receipt and invoice share (SAP counts in tens).

CREATE OR REPLACE VIEW order_line_now AS
SELECT l.purchase_order_id, o.customer_id, o.number AS po_number, o.number_key AS po_key, o.ordered_on, o.currency, o.ship_from, o.ship_by,
  o.freight_terms, o.net_days, l.line, l.line_no, l.item_id, l.customer_item, l.unit, l.pack, l.position,
  CASE WHEN l.added_by IS NULL THEN l.quantity ELSE 0 END AS quantity_first, l.price_micros AS price_micros_first,
  CASE WHEN whole.customer_id IS NULL AND changed.is_cancelled IS NOT TRUE THEN coalesce(changed.quantity_new, l.quantity) ELSE 0 END AS quantity,
  coalesce(changed.price_micros_new, l.price_micros) AS price_micros,
  whole.customer_id IS NOT NULL OR changed.is_cancelled IS TRUE AS is_cancelled, l.added_by
FROM purchase_order o
JOIN purchase_order_line l ON l.purchase_order_id = o.id
LEFT JOIN (
  -- What each change said last of a line, in one pass: a change of price says nothing of the quantity.
  SELECT c.customer_id, c.po_key, c.line_no, (array_agg(c.quantity_new ORDER BY c.changed_on DESC, c.id DESC) FILTER (WHERE c.quantity_new IS NOT NULL))[1] AS quantity_new,
    (array_agg(c.price_micros_new ORDER BY c.changed_on DESC, c.id DESC) FILTER (WHERE c.price_micros_new IS NOT NULL))[1] AS price_micros_new,
    (array_agg(c.code IN ('DI', 'CF') ORDER BY c.changed_on DESC, c.id DESC) FILTER (WHERE c.line <> ''))[1] AS is_cancelled
  FROM order_change c WHERE c.line_no IS NOT NULL GROUP BY c.customer_id, c.po_key, c.line_no
) changed ON changed.customer_id = o.customer_id AND changed.po_key = o.number_key AND changed.line_no = l.line_no
LEFT JOIN (
  SELECT DISTINCT c.customer_id, c.po_key FROM order_change c WHERE c.line = '' AND c.code = '01'
) whole ON whole.customer_id = o.customer_id AND whole.po_key = o.number_key;

-- A unit price in millionths as decimal text with two to six places.
CREATE OR REPLACE FUNCTION price_text(micros bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_char(micros / 1000000.0, 'FM999999999990.009999')
$$;

-- Receipts that count: a status report of an order only sums up what its receipts say one by one, whichever came first.
CREATE OR REPLACE VIEW counted_receipt AS
SELECT r.* FROM receipt r
WHERE r.source <> 'amazon-status' OR NOT EXISTS (
  SELECT 1 FROM receipt o WHERE o.customer_id = r.customer_id AND o.po_key = r.po_key AND o.source <> 'amazon-status');

-- Which delivery a receipt counted: by bill of lading, else the delivery of that order, issued before the receipt, with
-- most of its articles, the latest of equals.
CREATE OR REPLACE VIEW receipt_delivery AS
SELECT r.id AS receipt_id, r.customer_id, r.received_on, r.number, r.purpose, d.number_key AS delivery_key
FROM counted_receipt r
JOIN LATERAL (
  -- Two branches instead of one condition, so that each finds its rows by its own index.
  SELECT dl.number_key FROM (
    SELECT x.number_key, x.item_id, x.issued_on FROM delivery_line x
    WHERE r.bol_key IS NOT NULL AND x.bol_key = r.bol_key AND x.customer_id = r.customer_id AND (r.po_key IS NULL OR x.po_key = r.po_key)
    UNION ALL
    SELECT x.number_key, x.item_id, x.issued_on FROM delivery_line x
    WHERE r.bol_key IS NULL AND x.customer_id = r.customer_id AND x.po_key = r.po_key
      AND (x.issued_on IS NULL OR r.received_on IS NULL OR x.issued_on <= r.received_on)
  ) dl
  GROUP BY dl.number_key
  ORDER BY count(*) FILTER (WHERE dl.item_id IN (SELECT l.item_id FROM receipt_line l WHERE l.receipt_id = r.id)) DESC,
    max(dl.issued_on) DESC NULLS LAST, dl.number_key LIMIT 1
) d ON true;

-- Facts per delivery line: what each step counted. Null means that the step has not been seen at all.
CREATE OR REPLACE VIEW delivery_line_steps AS
WITH first_receipt AS (
  SELECT DISTINCT ON (customer_id, delivery_key) customer_id, delivery_key, receipt_id, received_on
  FROM receipt_delivery WHERE purpose = 'first' ORDER BY customer_id, delivery_key, received_on, number
)
SELECT d.id AS delivery_line_id, d.customer_id, d.number AS delivery_number, d.number_key AS delivery_key, d.line,
  d.line_no, d.po_number, d.po_key, d.sales_order_key, d.item_id, d.quantity AS shipped, d.issued_on,
  CASE WHEN n.id IS NOT NULL THEN coalesce(notice.quantity, 0) END AS noticed, n.id AS ship_notice_id, n.number AS ship_notice_number,
  CASE WHEN f.receipt_id IS NOT NULL THEN coalesce(received.quantity, 0) END AS received_first, f.receipt_id, f.received_on,
  later.quantity AS received_all, received.damaged
FROM delivery_line d
LEFT JOIN ship_notice n ON n.customer_id = d.customer_id AND n.number_key = d.number_key
LEFT JOIN LATERAL (
  SELECT sum(l.quantity)::bigint AS quantity FROM ship_notice_line l
  WHERE l.ship_notice_id = n.id AND (l.line_no = d.line_no OR (l.line_no IS NULL AND l.item_id = d.item_id))
) notice ON true
LEFT JOIN first_receipt f ON f.customer_id = d.customer_id AND f.delivery_key = d.number_key
LEFT JOIN LATERAL (
  SELECT sum(l.received)::bigint AS quantity, sum(l.damaged)::bigint AS damaged FROM receipt_line l WHERE l.receipt_id = f.receipt_id AND l.item_id = d.item_id
) received ON true
LEFT JOIN LATERAL (
  SELECT sum(l.received)::bigint AS quantity FROM receipt_delivery rd JOIN receipt_line l ON l.receipt_id = rd.receipt_id
  WHERE rd.customer_id = d.customer_id AND rd.delivery_key = d.number_key AND l.item_id = d.item_id
) later ON true;
