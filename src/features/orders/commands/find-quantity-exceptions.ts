import { sql } from '@/server/db/client'
import { LINE_PLACE, moneyOf, OF_LINE, ORDER_PLACE, step, steps } from './exception-step'

const ORDERED_STEP = step('ordered', sql`l.eaches::text`, LINE_PLACE)
const PRICE_STEP = step('ordered-price', sql`price_text(l.price_micros)`, LINE_PLACE)
const ITEM_PLACE = { source: 'item', batch: sql`l.item_batch`, position: sql`l.item_position` }
const EACH_MICROS = sql`coalesce(l.price_micros, 0) / l.factor`
const FULL_CASES = sql`((l.eaches + l.case_pack - 1) / l.case_pack) * l.case_pack`

// A quantity in whole inner packs can be picked from opened cases.
const IS_BROKEN_CASE = sql`l.case_pack > 1 AND l.eaches > 0 AND l.eaches % l.case_pack <> 0 AND (l.inner_pack <= 1 OR l.eaches % l.inner_pack <> 0)`

/** A quantity that is no multiple of the case pack cannot be picked as ordered. */
export const findPackExceptions = sql`
  SELECT ${OF_LINE}, 'pack', 'quantity', (${FULL_CASES})::text, l.eaches::text, ${moneyOf(EACH_MICROS, sql`${FULL_CASES} - l.eaches`)}, l.currency,
    ${steps(ORDERED_STEP, step('case-pack', sql`l.case_pack::text`, ITEM_PLACE), step('full-cases', sql`(${FULL_CASES})::text`, ITEM_PLACE), PRICE_STEP)}
  FROM checked_line l WHERE ${IS_BROKEN_CASE}`

/** The order states another case pack than ours: counted in cases it means another number of eaches. */
export const findPackDifferences = sql`
  SELECT ${OF_LINE}, 'pack', 'case-pack', l.case_pack::text, l.pack::text,
    ${moneyOf(EACH_MICROS, sql`CASE WHEN l.factor = l.pack THEN l.quantity * (l.pack - l.case_pack) ELSE 0 END`)}, l.currency,
    ${steps(step('stated-pack', sql`l.pack::text`, LINE_PLACE), step('case-pack', sql`l.case_pack::text`, ITEM_PLACE), ORDERED_STEP)}
  FROM checked_line l WHERE l.pack > 1 AND l.case_pack > 1 AND l.pack NOT IN (l.case_pack, l.inner_pack) AND l.quantity > 0 AND l.factor IS NOT NULL`

/** Fewer units than the customer has to take of an article. */
export const findMinimumExceptions = sql`
  SELECT ${OF_LINE}, 'minimum', 'quantity', m.minimum_quantity::text, l.eaches::text, ${moneyOf(EACH_MICROS, sql`m.minimum_quantity - l.eaches`)}, l.currency,
    ${steps(ORDERED_STEP, step('minimum', sql`m.minimum_quantity::text`, { source: 'listing', batch: sql`m.batch_id`, position: sql`m.position` }), PRICE_STEP)}
  FROM checked_line l JOIN customer_item m ON m.customer_id = l.customer_id AND m.item_id = l.item_id
  WHERE l.eaches > 0 AND l.eaches < m.minimum_quantity`

/** An order worth less than the customer has to order at once. */
export const findSmallOrders = sql`
  SELECT o.purchase_order_id, o.customer_id, o.po_number, o.po_key, '', 'minimum', 'order-value', o.minimum_minor::text, o.value_minor::text,
    o.minimum_minor - o.value_minor, o.currency,
    ${steps(step('order-value', sql`o.value_minor::text`, ORDER_PLACE), step('minimum-value', sql`o.minimum_minor::text`, { source: 'order-terms' }))}
  FROM checked_order o WHERE o.value_minor > 0 AND o.value_minor < o.minimum_minor AND o.currency = o.customer_currency`

/** A quantity that is not above zero, in the order or after its changes: nothing can be shipped on it. */
export const findImpossibleQuantities = sql`
  SELECT ${OF_LINE}, 'quantity', 'quantity', NULL, l.quantity::text, ${moneyOf(sql`coalesce(l.price_micros, 0)`, sql`l.quantity`)}, l.currency,
    ${steps(step('ordered', sql`l.quantity::text`, LINE_PLACE), PRICE_STEP)}
  FROM checked_line l WHERE NOT l.is_cancelled AND l.quantity <= 0`

/** A unit of measure nobody gave a number of eaches: what was ordered cannot be compared with anything. */
export const findUnknownUnits = sql`
  SELECT ${OF_LINE}, 'unit', 'unit', NULL, l.unit, ${moneyOf(sql`coalesce(l.price_micros, 0)`, sql`l.quantity`)}, l.currency,
    ${steps(step('ordered', sql`l.quantity::text`, LINE_PLACE), step('unit', sql`l.unit`, LINE_PLACE))}
  FROM checked_line l WHERE l.item_id IS NOT NULL AND l.factor IS NULL AND NOT l.is_cancelled`
