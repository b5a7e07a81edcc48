import { type Sql, sql } from '@/server/db/client'

/** Columns: purchase_order_id, customer_id, line, kind, field, expected, actual, at_stake_minor, currency, steps. */

const AGREED = sql`LEFT JOIN LATERAL (
    SELECT p.price_micros, p.valid_from, p.currency FROM price_condition p
    WHERE p.customer_id = o.customer_id AND p.item_id = o.item_id AND o.ordered_on BETWEEN p.valid_from AND p.valid_to
    ORDER BY p.valid_from DESC LIMIT 1
  ) agreed ON true`

const PRICE_TEXT = (micros: Sql): Sql => sql`price_text(${micros})`

/** The ordered price against the price agreed for the day of the order. */
export const findPriceExceptions = sql`
  SELECT o.purchase_order_id, o.customer_id, o.line, 'price' AS kind, 'price' AS field,
    ${PRICE_TEXT(sql`agreed.price_micros`)} AS expected, ${PRICE_TEXT(sql`o.price_micros`)} AS actual,
    (abs(agreed.price_micros - o.price_micros) * o.quantity / 10000)::bigint AS at_stake_minor, o.currency,
    jsonb_build_array(
      jsonb_build_object('step', 'agreed-price', 'value', ${PRICE_TEXT(sql`agreed.price_micros`)}, 'source', 'price-condition', 'on', agreed.valid_from),
      jsonb_build_object('step', 'ordered-price', 'value', ${PRICE_TEXT(sql`o.price_micros`)}, 'source', 'purchase-order', 'position', o.position),
      jsonb_build_object('step', 'quantity', 'value', o.quantity::text, 'source', 'purchase-order', 'position', o.position)) AS steps
  FROM order_line_now o ${AGREED}
  WHERE o.price_micros IS NOT NULL AND agreed.price_micros <> o.price_micros
    AND NOT EXISTS (
      SELECT 1 FROM agreement a JOIN agreement_item ai ON ai.agreement_id = a.id
      WHERE a.customer_id = o.customer_id AND ai.item_id = o.item_id AND a.kind = 'promotion' AND o.ordered_on BETWEEN a.valid_from AND a.valid_to
        AND abs(agreed.price_micros * (1000000 - a.rate_ppm) / 1000000 - o.price_micros) < 10000)`

/** No agreed price for that day at all. */
export const findMissingPrices = sql`
  SELECT o.purchase_order_id, o.customer_id, o.line, 'no-price', 'price', NULL::text, ${PRICE_TEXT(sql`o.price_micros`)},
    (coalesce(o.price_micros, 0) * o.quantity / 10000)::bigint, o.currency, '[]'::jsonb
  FROM order_line_now o ${AGREED}
  WHERE o.item_id IS NOT NULL AND agreed.price_micros IS NULL AND EXISTS (SELECT 1 FROM price_condition p WHERE p.customer_id = o.customer_id)`

/** A quantity that is no multiple of the case pack cannot be picked as ordered. */
export const findPackExceptions = sql`
  SELECT o.purchase_order_id, o.customer_id, o.line, 'pack', 'quantity',
    (((o.quantity + i.case_pack - 1) / i.case_pack) * i.case_pack)::text, o.quantity::text,
    ((((o.quantity + i.case_pack - 1) / i.case_pack) * i.case_pack - o.quantity) * coalesce(o.price_micros, 0) / 10000)::bigint, o.currency,
    jsonb_build_array(
      jsonb_build_object('step', 'ordered', 'value', o.quantity::text, 'source', 'purchase-order', 'position', o.position),
      jsonb_build_object('step', 'case-pack', 'value', i.case_pack::text, 'source', 'item'))
  FROM order_line_now o JOIN item i ON i.id = o.item_id
  WHERE i.case_pack > 1 AND o.quantity % i.case_pack <> 0 AND o.quantity > i.inner_pack AND o.quantity % greatest(i.inner_pack, 1) <> 0`

/** Payment terms on the order that are not the customer's. */
export const findTermsExceptions = sql`
  SELECT o.id, o.customer_id, '', 'terms', 'net-days', c.net_days::text, o.net_days::text,
    coalesce((SELECT sum(l.quantity * coalesce(l.price_micros, 0) / 10000)::bigint FROM purchase_order_line l WHERE l.purchase_order_id = o.id), 0), o.currency,
    jsonb_build_array(
      jsonb_build_object('step', 'agreed-terms', 'value', c.net_days::text, 'source', 'customer'),
      jsonb_build_object('step', 'ordered-terms', 'value', o.net_days::text, 'source', 'purchase-order', 'position', o.position))
  FROM purchase_order o JOIN customer c ON c.id = o.customer_id
  WHERE o.net_days IS NOT NULL AND o.net_days <> c.net_days`

/** A ship window that ends before it starts, or before the order was written. */
export const findWindowExceptions = sql`
  SELECT o.id, o.customer_id, '', 'ship-window', 'ship-by', greatest(o.ship_from, o.ordered_on)::text, o.ship_by::text, 0::bigint, o.currency, '[]'::jsonb
  FROM purchase_order o WHERE o.ship_by < o.ship_from OR o.ship_by < o.ordered_on`

/** An article that our item master does not know. */
export const findUnknownItems = sql`
  SELECT o.purchase_order_id, o.customer_id, o.line, 'unknown-item', 'item', NULL::text, coalesce(o.customer_item, '?'),
    (coalesce(o.price_micros, 0) * o.quantity / 10000)::bigint, o.currency, '[]'::jsonb
  FROM order_line_now o WHERE o.item_id IS NULL`

/** The same articles and quantities ordered again under another number within three days. */
export const findDuplicateOrders = sql`
  WITH content AS (
    SELECT o.id, o.customer_id, o.number, o.number_key, o.ordered_on, o.ship_to_number, o.currency, o.position,
      md5(string_agg(concat_ws('|', l.item_id::text, l.quantity::text), ';' ORDER BY l.item_id, l.quantity)) AS fingerprint,
      sum(l.quantity * coalesce(l.price_micros, 0) / 10000)::bigint AS value_minor, count(*) AS lines
    FROM purchase_order o JOIN purchase_order_line l ON l.purchase_order_id = o.id GROUP BY o.id
  )
  SELECT DISTINCT ON (b.id) b.id, b.customer_id, '', 'duplicate-order', 'number', a.number, b.number, b.value_minor, b.currency,
    jsonb_build_array(jsonb_build_object('step', 'same-content', 'value', a.number, 'source', 'purchase-order', 'position', a.position))
  FROM content a JOIN content b ON b.customer_id = a.customer_id AND b.fingerprint = a.fingerprint AND b.ship_to_number IS NOT DISTINCT FROM a.ship_to_number
    AND (b.ordered_on, b.number_key) > (a.ordered_on, a.number_key) AND b.ordered_on - a.ordered_on <= 3
  WHERE b.lines > 1 ORDER BY b.id, a.ordered_on DESC`
