import { type Sql, sql, type Tx } from '@/server/db/client'
import { yearlyMoneyCostPpm } from '@/server/money-cost'
import { type Extent, inOrders } from './prepare-extent'

/** Returns rows in the order of columns of `found_difference`: see find-all-differences.ts. */
export type Finder = (extent: Extent) => Sql

/**
 * Everything that was brought together and differs, as one set: pairs of the exact pass and groups of the tolerant one. Units
 * in which the quantities agree (24 each, 2 cases of 12) agree.
 */
export async function collectComparedLines(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE compared_line ON COMMIT DROP AS
    SELECT c.*, o.number AS po_number, coalesce(i.case_pack, 1) AS case_pack, coalesce(u.sap_factor = u.order_factor, upper(c.sap_unit) = upper(c.order_unit)) AS same_unit,
      u.sap_factor <> u.order_factor AND c.sap_quantity * u.sap_factor = c.order_quantity * u.order_factor AS is_packed
    FROM (
      SELECT customer_id, po_key, line_no, sales_order_key, NULL::text AS other_sales_order_key, sap_item, order_item, sap_quantity, order_quantity, sap_price, order_price, sap_unit, order_unit,
        sap_currency, order_currency, allowance_minor, billed_quantity, ARRAY[sap_id::text] AS our_refs, purchase_order_id, NULL::text AS match_identity
      FROM order_pair WHERE sap_id IS NOT NULL AND purchase_order_id IS NOT NULL
      UNION ALL
      SELECT customer_id, po_key, line_no, sales_order_key, other_sales_order_key, sap_item, order_item, sap_quantity, order_quantity, sap_price, order_price, sap_unit, order_unit,
        sap_currency, order_currency, 0, NULL, our_refs, purchase_order_id, CASE WHEN kind <> 'same-line' THEN match_identity('order-line', customer_id, po_key, array_to_string(our_refs, ','))
          ELSE (SELECT match_identity('order', k.customer_id, k.their_key, k.our_key) FROM paired_document k WHERE k.step = 'order' AND k.customer_id = line_group.customer_id AND k.our_key = line_group.our_key) END
      FROM line_group
    ) c JOIN purchase_order o ON o.id = c.purchase_order_id LEFT JOIN item i ON i.id = coalesce(c.order_item, c.sap_item)
    CROSS JOIN LATERAL (SELECT order_unit_factor(c.sap_unit, NULL, i.case_pack, i.pallet_quantity) AS sap_factor,
      order_unit_factor(c.order_unit, NULL, i.case_pack, i.pallet_quantity) AS order_factor) u`)
}

// An order that SAP holds twice in full was entered twice; anything else is a question of its sum.
const IS_DOUBLE = sql`c.other_sales_order_key IS NOT NULL AND c.order_quantity > 0 AND c.sap_quantity = c.order_quantity * cardinality(c.our_refs)`

const SOURCES = sql`(SELECT jsonb_agg(jsonb_build_object('record', 'sales-order-line', 'id', r) ORDER BY r) FROM unnest(c.our_refs) r)
  || jsonb_build_array(jsonb_build_object('record', 'purchase-order', 'id', c.purchase_order_id))`

type Field = { kind: Sql; field: string; sap: Sql; other: Sql; severity: Sql; where: Sql }

function differs({ kind, field, sap, other, severity, where }: Field): Sql {
  return sql`SELECT ${kind}, c.customer_id, c.po_number, c.po_key, c.sales_order_key, NULL::text, NULL::text, c.line_no::text, ${field}::text, ${sap}, ${other}, 'order',
    coalesce(c.order_item, c.sap_item), (${severity})::bigint, c.sap_currency, ${SOURCES}, c.match_identity FROM compared_line c WHERE ${where}`
}

/** Ordered quantity against SAP. A quantity that SAP rounded to full cases is a question of pack, not of count. */
export const findQuantityDifferences: Finder = () =>
  differs({
    kind: sql`CASE WHEN c.case_pack > 1 AND c.order_quantity % c.case_pack <> 0 AND c.sap_quantity % c.case_pack = 0 AND abs(c.sap_quantity - c.order_quantity) < c.case_pack
      THEN 'order-pack' ELSE 'order-quantity' END`,
    field: 'quantity',
    sap: sql`c.sap_quantity::text`,
    other: sql`c.order_quantity::text`,
    severity: sql`abs(c.sap_quantity - c.order_quantity) * coalesce(c.sap_price, c.order_price, 0) / 10000`,
    where: sql`c.sap_quantity <> c.order_quantity AND NOT coalesce(c.is_packed, false) AND NOT (${IS_DOUBLE})`,
  })

/** Ordered price against the price SAP sells at, where currency and unit are the same; averages of a group to the cent. */
export const findPriceDifferences: Finder = () =>
  differs({
    kind: sql`'order-price'`,
    field: 'price',
    sap: sql`price_text(c.sap_price)`,
    other: sql`price_text(c.order_price)`,
    severity: sql`abs(c.sap_price - c.order_price) * c.sap_quantity / 10000`,
    where: sql`c.sap_price <> c.order_price AND (c.match_identity IS NULL OR abs(c.sap_price - c.order_price) >= 10000) AND c.same_unit AND c.sap_currency = c.order_currency
      AND NOT (c.allowance_minor < 0 AND c.billed_quantity > 0 AND abs(c.sap_price - c.order_price + (c.allowance_minor * 10000) / c.billed_quantity) < 5000)`,
  })

/** The same figure in units that do not convert: 24 each are not 24 cases. */
export const findUnitDifferences: Finder = () =>
  differs({
    kind: sql`'order-unit'`,
    field: 'unit',
    sap: sql`c.sap_unit`,
    other: sql`c.order_unit`,
    severity: sql`c.order_quantity * coalesce(c.sap_price, c.order_price, 0) / 10000`,
    where: sql`NOT c.same_unit AND NOT coalesce(c.is_packed, false)`,
  })

export const findCurrencyDifferences: Finder = () =>
  differs({
    kind: sql`'order-currency'`,
    field: 'currency',
    sap: sql`c.sap_currency`,
    other: sql`c.order_currency`,
    severity: sql`c.sap_quantity * coalesce(c.sap_price, 0) / 10000`,
    where: sql`c.sap_currency <> c.order_currency`,
  })

/** The line is there and means another article. */
export const findArticleDifferences: Finder = () =>
  differs({
    kind: sql`'order-item'`,
    field: 'item',
    sap: sql`(SELECT coalesce(x.vendor_part, x.material) FROM item x WHERE x.id = c.sap_item)`,
    other: sql`(SELECT coalesce(x.vendor_part, x.material) FROM item x WHERE x.id = c.order_item)`,
    severity: sql`c.sap_quantity * coalesce(c.sap_price, c.order_price, 0) / 10000`,
    where: sql`c.sap_item <> c.order_item`,
  })

/** One order of the customer, entered in SAP more than once. */
export const findDoubleOrders: Finder = () =>
  differs({
    kind: sql`'order-duplicate'`,
    field: 'document',
    sap: sql`c.other_sales_order_key`,
    other: sql`c.sales_order_key`,
    severity: sql`(c.sap_quantity - c.order_quantity) * coalesce(c.sap_price, c.order_price, 0) / 10000`,
    where: IS_DOUBLE,
  })

/** Ordered by the customer before today, not in SAP: the whole order, or a line of it. */
export const findOrdersMissingInSap: Finder = ({ today }) => sql`
  SELECT 'missing-sales-order', o.customer_id, o.number, o.number_key, NULL::text, NULL::text, NULL::text, g.line, 'salesOrder', 'no sales order', g.quantity::text, 'order', g.item_id,
    g.worth, o.currency, jsonb_build_array(jsonb_build_object('record', 'purchase-order', 'id', o.id)), NULL::text
  FROM (
    SELECT l.purchase_order_id, w.is_whole, CASE WHEN NOT w.is_whole THEN l.line_no::text END AS line, CASE WHEN NOT w.is_whole THEN l.item_id END AS item_id,
      sum(l.quantity)::bigint AS quantity, sum(coalesce(l.price_micros, 0) * l.quantity / 10000)::bigint AS worth
    FROM loose_line l CROSS JOIN LATERAL (SELECT NOT EXISTS (SELECT 1 FROM sales_order_line s WHERE s.customer_id = l.customer_id AND s.po_key = l.po_key)
      AND NOT EXISTS (SELECT 1 FROM paired_document k WHERE k.step = 'order' AND k.customer_id = l.customer_id AND k.their_key = l.po_key) AS is_whole) w
    WHERE l.side = 'theirs' GROUP BY 1, 2, 3, 4
  ) g JOIN purchase_order o ON o.id = g.purchase_order_id WHERE o.ordered_on < ${today}::date`

/** In SAP and not ordered by a customer who sends orders; what is older than the first order we have of them was never sent to us. */
export const findOrdersMissingThere: Finder = ({ today }) => sql`
  SELECT 'missing-order', l.customer_id, min(s.po_number), l.own_key, l.sales_order_key, NULL::text, NULL::text, w.line, 'order', sum(l.quantity)::text, 'no order', 'order', w.item_id,
    sum(coalesce(l.price_micros, 0) * l.quantity / 10000)::bigint, min(l.currency), jsonb_agg(jsonb_build_object('record', 'sales-order-line', 'id', l.ref) ORDER BY l.ref), NULL::text
  FROM loose_line l JOIN sales_order_line s ON s.id = CASE WHEN l.side = 'ours' THEN l.ref::uuid END
  JOIN (SELECT customer_id, min(ordered_on) AS first_on FROM purchase_order GROUP BY customer_id) f ON f.customer_id = l.customer_id
  CROSS JOIN LATERAL (SELECT CASE WHEN x.known THEN l.line_no::text END AS line, CASE WHEN x.known THEN l.item_id END AS item_id FROM (SELECT
      EXISTS (SELECT 1 FROM purchase_order o WHERE o.customer_id = l.customer_id AND o.number_key = l.po_key) AS known) x) w
  WHERE l.side = 'ours' AND s.ordered_on >= f.first_on AND s.ordered_on < ${today}::date
  GROUP BY l.customer_id, l.own_key, l.sales_order_key, w.line, w.item_id`

/** SAP promises a day outside the window the customer ordered for. */
export const findDateDifferences: Finder = (extent) => sql`
  SELECT 'order-date', o.customer_id, o.number, o.number_key, min(s.number_key), NULL::text, NULL::text, NULL::text, 'date', max(s.requested_on)::text,
    CASE WHEN max(s.requested_on) > o.ship_by THEN o.ship_by ELSE o.ship_from END::text, 'order', NULL::uuid, sum(coalesce(s.net_minor, 0))::bigint, o.currency,
    jsonb_build_array(jsonb_build_object('record', 'sales-order-line', 'id', min(s.id::text)), jsonb_build_object('record', 'purchase-order', 'id', o.id)), NULL::text
  FROM purchase_order o JOIN sales_order_line s ON s.customer_id = o.customer_id AND s.po_key = o.number_key
  WHERE (s.requested_on > o.ship_by OR s.requested_on < o.ship_from) ${inOrders(extent, sql`o.customer_id`, sql`o.number_key`)} GROUP BY o.id`

/** Ordered payment terms against the customer's terms in SAP; what the days between them cost. */
export const findTermsDifferences: Finder = (extent) => sql`
  SELECT 'order-terms', o.customer_id, o.number, o.number_key, min(s.number_key), NULL::text, NULL::text, NULL::text, 'netDays', min(t.net_days)::text, o.net_days::text, 'order', NULL::uuid,
    cost_of_days(sum(coalesce(s.net_minor, 0))::bigint, abs(o.net_days - min(t.net_days)), ${yearlyMoneyCostPpm()}::int), o.currency, jsonb_build_array(jsonb_build_object('record', 'purchase-order', 'id', o.id), jsonb_build_object('record', 'sales-order-line', 'id', min(s.id::text))), NULL::text
  FROM purchase_order o JOIN sales_order_line s ON s.customer_id = o.customer_id AND s.po_key = o.number_key
  CROSS JOIN LATERAL (SELECT substring(s.terms FROM '[0-9]+')::int AS net_days) t
  WHERE o.net_days <> t.net_days ${inOrders(extent, sql`o.customer_id`, sql`o.number_key`)} GROUP BY o.id`

/** An order whose ship window has passed without a delivery. What names no order of the customer is asked for in every comparison. */
export const findMissingDeliveries: Finder = (extent) => sql`
  SELECT 'missing-delivery', s.customer_id, min(s.po_number), s.po_key, s.number_key, NULL::text, NULL::text, NULL::text, 'delivery', 'no delivery',
    coalesce(max(o.ship_by), max(s.requested_on))::text, 'order', NULL::uuid, sum(coalesce(s.net_minor, 0))::bigint, min(s.currency),
    jsonb_agg(jsonb_build_object('record', 'sales-order-line', 'id', s.id) ORDER BY s.id), NULL::text
  FROM (
    SELECT s.* FROM sales_order_line s WHERE s.po_key IS NOT NULL ${inOrders(extent, sql`s.customer_id`, sql`s.po_key`)}
    UNION ALL SELECT s.* FROM trading t JOIN sales_order_line s ON s.customer_id = t.customer_id AND s.po_key IS NULL
  ) s LEFT JOIN purchase_order o ON o.customer_id = s.customer_id AND o.number_key = s.po_key
  WHERE coalesce(o.ship_by, s.requested_on) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM delivery_line d WHERE d.sales_order_key = s.number_key)
    AND NOT EXISTS (SELECT 1 FROM delivery_line d WHERE d.customer_id = s.customer_id AND d.po_key = s.po_key)
  GROUP BY s.customer_id, s.po_key, s.number_key
  HAVING coalesce(max(o.ship_by), max(s.requested_on)) <= ${extent.today}::date`
