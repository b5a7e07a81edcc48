import { sql, type Tx } from '@/server/db/client'

/**
 * Puts every order line beside what it is checked against, once, for all finders: item master, listing, agreed price of its day,
 * promotion, and our sales order. Temporary tables: checked_line, agreed_price, price_gap, checked_order.
 * Prices in millionths per ordered unit, quantities in ordered units and in eaches.
 */
export async function gatherLines(tx: Tx): Promise<void> {
  await tx.$executeRaw(LINES)
  await tx.$executeRaw(AGREED)
  await tx.$executeRaw(GAPS)
  await tx.$executeRaw(ORDERS)
  for (const table of [sql`checked_line`, sql`agreed_price`, sql`price_gap`, sql`checked_order`])
    await tx.$executeRaw(sql`ANALYZE ${table}`)
}

const LINES = sql`
  CREATE TEMPORARY TABLE checked_line ON COMMIT DROP AS
  WITH entered AS (
    SELECT customer_id, po_key, line_no, sum(quantity * coalesce(order_unit_factor(unit, NULL, 1, NULL), 1))::bigint AS quantity,
      CASE WHEN count(DISTINCT price_micros) = 1 THEN min(price_micros) END AS price_micros, min(number) AS number, min(line) AS line,
      min(sold_to_key) AS sold_to_key, min(batch_id::text) AS batch_id, min(position) AS position, min(ordered_on) AS ordered_on
    FROM sales_order_line WHERE po_key IS NOT NULL GROUP BY customer_id, po_key, line_no
  )
  SELECT l.purchase_order_id, l.customer_id, l.po_number, l.po_key, l.line, l.line_no, l.item_id,
    coalesce(p.customer_item, p.vendor_part, p.upc, '?') AS named, l.unit, l.pack, l.quantity, l.quantity_first, l.price_micros, l.is_cancelled,
    l.position, coalesce(added.batch_id, o.batch_id) AS batch_id, l.currency, l.ordered_on, i.case_pack, i.inner_pack, i.status AS item_status, i.discontinued_on,
    i.batch_id AS item_batch, i.position AS item_position,
    u.factor, l.quantity * u.factor AS eaches, s.number AS entered_number, s.line AS entered_line, s.quantity AS entered_quantity,
    s.price_micros AS entered_micros, s.sold_to_key, s.batch_id AS entered_batch, s.position AS entered_position, s.ordered_on AS entered_on,
    CASE WHEN l.quantity_first > 0 THEN round(p.allowance_minor::numeric * l.quantity / l.quantity_first)::bigint END AS allowance_minor,
    p.allowance_minor AS allowance_first, p.allowance_agreement, p.allowance_position, l.added_by
  FROM order_line_now l
  JOIN purchase_order o ON o.id = l.purchase_order_id
  JOIN purchase_order_line p ON p.purchase_order_id = l.purchase_order_id AND p.line = l.line
  LEFT JOIN order_change added ON added.id = l.added_by
  LEFT JOIN item i ON i.id = l.item_id
  LEFT JOIN entered s ON s.customer_id = l.customer_id AND s.po_key = l.po_key AND s.line_no = l.line_no
  CROSS JOIN LATERAL (SELECT order_unit_factor(l.unit, l.pack, i.case_pack, i.pallet_quantity) AS factor) u`

// Where a customer buys through several accounts, the prices of the account that our sales order names come first.
const AGREED = sql`
  CREATE TEMPORARY TABLE agreed_price ON COMMIT DROP AS
  SELECT f.purchase_order_id, f.line, count(DISTINCT (f.price_micros, f.currency)) AS prices, min(f.price_micros) AS price_micros,
    max(f.price_micros) AS highest_micros, min(f.currency) AS currency, min(f.valid_from) AS valid_from, min(f.batch_id::text) AS batch_id,
    min(f.position) AS position, max(f.valid_from) AS later_from, max(f.batch_id::text) AS later_batch, max(f.position) AS later_position
  FROM (
    SELECT l.purchase_order_id, l.line, p.price_micros, p.currency, p.valid_from, p.batch_id, p.position,
      rank() OVER (PARTITION BY l.purchase_order_id, l.line ORDER BY coalesce(p.account_key = l.sold_to_key, false) DESC) AS place
    FROM checked_line l
    JOIN price_condition p ON p.customer_id = l.customer_id AND p.item_id = l.item_id AND l.ordered_on BETWEEN p.valid_from AND p.valid_to
  ) f WHERE f.place = 1 GROUP BY f.purchase_order_id, f.line`

// A price below the agreed one by exactly the rate of a programme is a promotion taken; whether it holds is another question.
const GAPS = sql`
  CREATE TEMPORARY TABLE price_gap ON COMMIT DROP AS
  SELECT l.purchase_order_id, l.line, a.price_micros * l.factor AS agreed_micros, a.valid_from, a.batch_id, a.position,
    promotion.number AS promotion, promotion.rate_ppm, promotion.valid_from AS promotion_from, promotion.valid_to AS promotion_to,
    promotion.unit_limit, promotion.batch_id AS promotion_batch, promotion.position AS promotion_position,
    coalesce(promotion.is_in_time AND (promotion.unit_limit IS NULL OR l.eaches <= promotion.unit_limit), false) AS is_agreed
  FROM checked_line l
  JOIN agreed_price a ON a.purchase_order_id = l.purchase_order_id AND a.line = l.line AND a.prices = 1 AND a.currency = l.currency
  LEFT JOIN LATERAL (
    SELECT g.number, g.rate_ppm, g.valid_from, g.valid_to, g.unit_limit_per_order_line AS unit_limit, g.batch_id, g.position,
      l.ordered_on BETWEEN g.valid_from AND g.valid_to AS is_in_time
    FROM agreement g JOIN agreement_item gi ON gi.agreement_id = g.id AND gi.item_id = l.item_id
    WHERE g.customer_id = l.customer_id AND g.kind = 'promotion' AND g.rate_ppm > 0
      AND abs(a.price_micros * l.factor * (1000000 - g.rate_ppm) / 1000000 - l.price_micros) < 10000
    ORDER BY is_in_time DESC, least(abs(g.valid_to - l.ordered_on), abs(g.valid_from - l.ordered_on)), g.number LIMIT 1
  ) promotion ON true
  WHERE l.price_micros IS NOT NULL AND l.quantity > 0 AND l.factor IS NOT NULL AND l.price_micros <> a.price_micros * l.factor`

const ORDERS = sql`
  CREATE TEMPORARY TABLE checked_order ON COMMIT DROP AS
  SELECT o.id AS purchase_order_id, o.customer_id, o.number AS po_number, o.number_key AS po_key, o.ordered_on, o.ship_from, o.ship_by,
    o.currency, o.net_days, o.discount_ppm, o.discount_days, o.stated_total_minor, o.ship_to_number, o.version, o.batch_id, o.position,
    o.allowance_agreement, o.allowance_position,
    CASE WHEN v.first_minor > 0 THEN round(o.allowance_minor::numeric * v.value_minor / v.first_minor)::bigint ELSE o.allowance_minor END AS allowance_minor,
    coalesce(o.allowance_minor, 0) + coalesce(v.allowance_minor, 0) AS allowances_first,
    c.currency AS customer_currency, c.net_days AS agreed_net_days, c.discount_ppm AS agreed_discount_ppm, c.discount_days AS agreed_discount_days, c.credit_status, c.fine_ppm, c.batch_id AS customer_batch,
    c.position AS customer_position, t.lead_days, t.minimum_minor, coalesce(v.value_minor, 0) AS value_minor, coalesce(v.first_minor, 0) AS first_minor, v.lines, v.is_priced, v.is_entered,
    v.fingerprint, v.is_cancelled,
    EXISTS (SELECT 1 FROM delivery_line d WHERE d.customer_id = o.customer_id AND d.po_key = o.number_key AND d.issued_on IS NOT NULL) AS is_shipped
  FROM purchase_order o
  JOIN customer c ON c.id = o.customer_id
  LEFT JOIN order_term t ON t.customer_id = o.customer_id
  LEFT JOIN (
    SELECT l.purchase_order_id, coalesce(sum(round(l.quantity::numeric * coalesce(l.price_micros, 0) / 10000)), 0)::bigint AS value_minor,
      sum(round(l.quantity_first::numeric * coalesce(p.price_micros, 0) / 10000))::bigint AS first_minor,
      sum(l.allowance_first)::bigint AS allowance_minor, count(*) AS lines, bool_and(p.price_micros IS NOT NULL) AS is_priced, bool_or(l.entered_number IS NOT NULL) AS is_entered,
      bool_and(l.is_cancelled) AS is_cancelled,
      md5(string_agg(concat_ws('|', coalesce(l.item_id::text, l.named), l.quantity_first), ';' ORDER BY l.item_id, l.named, l.quantity_first) FILTER (WHERE l.added_by IS NULL)) AS fingerprint
    FROM checked_line l JOIN purchase_order_line p ON p.purchase_order_id = l.purchase_order_id AND p.line = l.line
    GROUP BY l.purchase_order_id
  ) v ON v.purchase_order_id = o.id`
