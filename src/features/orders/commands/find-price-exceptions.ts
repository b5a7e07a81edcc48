import { sql } from '@/server/db/client'
import { LINE_PLACE, moneyOf, OF_LINE, step, steps } from './exception-step'

const AGREED_STEP = step('agreed-price', sql`price_text(g.agreed_micros)`, {
  source: 'price-condition',
  on: sql`g.valid_from`,
  batch: sql`g.batch_id`,
  position: sql`g.position`,
})
const ORDERED_STEP = step('ordered-price', sql`price_text(l.price_micros)`, LINE_PLACE)
const QUANTITY_STEP = step('quantity', sql`l.quantity::text`, LINE_PLACE)
const ENTERED_STEP = step('entered-price', sql`price_text(l.entered_micros)`, {
  source: 'sales-order',
  on: sql`l.entered_on`,
  batch: sql`l.entered_batch`,
  position: sql`l.entered_position`,
})
const GAP = sql`FROM price_gap g JOIN checked_line l ON l.purchase_order_id = g.purchase_order_id AND l.line = g.line`

/** The ordered price, after changes, against the price agreed for the day of the order. */
export const findPriceExceptions = sql`
  SELECT ${OF_LINE}, 'price', 'price', price_text(g.agreed_micros), price_text(l.price_micros),
    ${moneyOf(sql`g.agreed_micros - l.price_micros`, sql`l.quantity`)}, l.currency,
    ${steps(AGREED_STEP, ORDERED_STEP, QUANTITY_STEP, ENTERED_STEP)}
  ${GAP} WHERE g.promotion IS NULL`

/** An allowance the customer took off although its programme does not cover the day, or covers fewer units. */
export const findPromotionExceptions = sql`
  SELECT ${OF_LINE}, 'promotion', 'price', price_text(g.agreed_micros), price_text(l.price_micros),
    ${moneyOf(sql`g.agreed_micros - l.price_micros`, sql`CASE WHEN l.ordered_on BETWEEN g.promotion_from AND g.promotion_to THEN (l.eaches - g.unit_limit) / l.factor ELSE l.quantity END`)},
    l.currency,
    ${steps(
      AGREED_STEP,
      ORDERED_STEP,
      QUANTITY_STEP,
      step('promotion', sql`g.promotion || ' −' || trim(trailing '.' FROM to_char(g.rate_ppm / 10000.0, 'FM990.99')) || ' %'`, {
        source: 'agreement',
        batch: sql`g.promotion_batch`,
        position: sql`g.promotion_position`,
      }),
      step('promotion-from', sql`g.promotion_from::text`, { source: 'agreement' }),
      step('promotion-to', sql`g.promotion_to::text`, { source: 'agreement' }),
      step('unit-limit', sql`g.unit_limit::text`, { source: 'agreement' }),
    )}
  ${GAP} WHERE g.promotion IS NOT NULL AND NOT g.is_agreed`

/** No agreed price for the day of the order at all, at a customer who has prices. */
export const findMissingPrices = sql`
  SELECT ${OF_LINE}, 'no-price', 'price', NULL, price_text(l.price_micros), ${moneyOf(sql`coalesce(l.price_micros, 0)`, sql`l.quantity`)}, l.currency,
    ${steps(ORDERED_STEP, QUANTITY_STEP)}
  FROM checked_line l
  WHERE l.item_id IS NOT NULL AND NOT l.is_cancelled AND l.customer_id IN (SELECT customer_id FROM price_condition)
    AND NOT EXISTS (SELECT 1 FROM agreed_price a WHERE a.purchase_order_id = l.purchase_order_id AND a.line = l.line)`

/** Two price conditions that hold on the day of the order and differ: which one is meant is a person's question. */
export const findAmbiguousPrices = sql`
  SELECT ${OF_LINE}, 'two-prices', 'price', price_text(a.price_micros) || ' / ' || price_text(a.highest_micros), price_text(l.price_micros),
    ${moneyOf(sql`a.highest_micros - a.price_micros`, sql`greatest(coalesce(l.eaches, l.quantity), 0)`)}, l.currency,
    ${steps(
      step('agreed-price', sql`price_text(a.price_micros)`, {
        source: 'price-condition',
        on: sql`a.valid_from`,
        batch: sql`a.batch_id`,
        position: sql`a.position`,
      }),
      step('agreed-as-well', sql`price_text(a.highest_micros)`, {
        source: 'price-condition',
        on: sql`a.later_from`,
        batch: sql`a.later_batch`,
        position: sql`a.later_position`,
      }),
      ORDERED_STEP,
      QUANTITY_STEP,
    )}
  FROM checked_line l JOIN agreed_price a ON a.purchase_order_id = l.purchase_order_id AND a.line = l.line AND a.prices > 1
  WHERE NOT l.is_cancelled`
