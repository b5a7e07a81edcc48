import { sql } from '@/server/db/client'
import { LINE_PLACE, moneyOf, OF_LINE, step, steps } from './exception-step'

const WORTH = moneyOf(sql`coalesce(l.price_micros, 0)`, sql`l.quantity`)
const QUANTITY_STEP = step('ordered', sql`l.quantity::text`, LINE_PLACE)
const PRICE_STEP = step('ordered-price', sql`price_text(l.price_micros)`, LINE_PLACE)

/** An article that our item master does not know. */
export const findUnknownItems = sql`
  SELECT ${OF_LINE}, 'unknown-item', 'item', NULL, l.named, ${WORTH}, l.currency,
    ${steps(step('item', sql`l.named`, LINE_PLACE), QUANTITY_STEP, PRICE_STEP)}
  FROM checked_line l WHERE l.item_id IS NULL AND NOT l.is_cancelled`

/** An article that is not sold any more on the day of the order, or is blocked. */
export const findItemStatusExceptions = sql`
  SELECT ${OF_LINE}, 'item-status', 'status', 'active', coalesce(l.item_status, 'discontinued'), ${WORTH}, l.currency,
    ${steps(
      step('item-status', sql`coalesce(l.item_status, 'discontinued')`, {
        source: 'item',
        on: sql`l.discontinued_on`,
        batch: sql`l.item_batch`,
        position: sql`l.item_position`,
      }),
      QUANTITY_STEP,
      PRICE_STEP,
    )}
  FROM checked_line l
  WHERE NOT l.is_cancelled AND ((l.item_status IN ('discontinued', 'blocked') AND (l.discontinued_on IS NULL OR l.discontinued_on <= l.ordered_on))
    OR (l.item_status IS NULL AND l.discontinued_on <= l.ordered_on))`

/** An article the customer does not list on the day of the order. Customers without a list of articles are not asked. */
export const findUnlistedItems = sql`
  SELECT ${OF_LINE}, 'not-listed', 'item', NULL, coalesce(m.customer_item, l.named), ${WORTH}, l.currency,
    ${steps(
      step('item', sql`coalesce(m.customer_item, l.named)`, LINE_PLACE),
      step('listed-from', sql`m.listed_from::text`, { source: 'listing', batch: sql`m.batch_id`, position: sql`m.position` }),
      step('listed-to', sql`m.listed_to::text`, { source: 'listing', batch: sql`m.batch_id`, position: sql`m.position` }),
      QUANTITY_STEP,
      PRICE_STEP,
    )}
  FROM checked_line l LEFT JOIN customer_item m ON m.customer_id = l.customer_id AND m.item_id = l.item_id
  WHERE l.item_id IS NOT NULL AND NOT l.is_cancelled AND l.customer_id IN (SELECT customer_id FROM customer_item)
    AND (m.item_id IS NULL OR l.ordered_on < m.listed_from OR l.ordered_on > m.listed_to)`
