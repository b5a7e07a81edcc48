import { type Sql, sql } from '@/server/db/client'
import { OF_ORDER, ORDER_PLACE, step, steps } from './exception-step'

/** The same content under another number counts as ordered twice within this many days. */
const DUPLICATE_DAYS = 3

export const CUSTOMER_PLACE = { source: 'customer', batch: sql`o.customer_batch`, position: sql`o.customer_position` }
export const VALUE_STEP = step('order-value', sql`o.value_minor::text`, ORDER_PLACE)

// A late shipment costs the fine agreed with the customer.
const FINE = sql`round(greatest(o.value_minor, 0)::numeric * o.fine_ppm / 1000000)::bigint`
const FINE_STEP = step('fine-percent', sql`nullif(o.fine_ppm, 0)::text`, CUSTOMER_PLACE)
const WINDOW_STEPS = [
  step('ordered-on', sql`o.ordered_on::text`, ORDER_PLACE),
  step('ship-from', sql`o.ship_from::text`, ORDER_PLACE),
  step('ship-by', sql`o.ship_by::text`, ORDER_PLACE),
] as const

/** A ship window that ends before it starts or before the order was written; or is over while nobody entered the order. */
export function findWindowExceptions(today: string): Sql {
  return sql`
  SELECT ${OF_ORDER}, 'ship-window', 'ship-by', CASE WHEN o.ship_by < greatest(o.ship_from, o.ordered_on) THEN greatest(o.ship_from, o.ordered_on) ELSE ${today}::date END::text,
    o.ship_by::text, ${FINE}, o.currency, ${steps(...WINDOW_STEPS, VALUE_STEP, FINE_STEP)}
  FROM checked_order o
  WHERE NOT coalesce(o.is_cancelled, false) AND (o.ship_by < o.ship_from OR o.ship_by < o.ordered_on
    OR (o.ship_by < ${today}::date AND NOT o.is_shipped AND NOT coalesce(o.is_entered, false)
      AND EXISTS (SELECT 1 FROM sales_order_line s WHERE s.customer_id = o.customer_id)))`
}

/** Less time between order and last day to ship than was agreed as lead time. */
export const findLeadTimeExceptions = sql`
  SELECT ${OF_ORDER}, 'lead-time', 'ship-by', (o.ordered_on + o.lead_days)::text, o.ship_by::text, ${FINE}, o.currency,
    ${steps(...WINDOW_STEPS, step('lead-days', sql`o.lead_days::text`, { source: 'order-terms' }), VALUE_STEP, FINE_STEP)}
  FROM checked_order o
  WHERE o.ship_by >= greatest(o.ship_from, o.ordered_on) AND o.ship_by < o.ordered_on + o.lead_days AND NOT coalesce(o.is_cancelled, false)`

/** Another currency than the customer's: no agreed price can be compared with it. */
export const findCurrencyExceptions = sql`
  SELECT ${OF_ORDER}, 'currency', 'currency', o.customer_currency, o.currency, o.value_minor, o.currency,
    ${steps(step('agreed-currency', sql`o.customer_currency`, CUSTOMER_PLACE), step('currency', sql`o.currency`, ORDER_PLACE), VALUE_STEP)}
  FROM checked_order o WHERE o.currency <> o.customer_currency`

/** A customer whose credit is blocked or under review, while nothing of the order has left. */
export const findCreditExceptions = sql`
  SELECT ${OF_ORDER}, 'credit', 'credit', 'clear', o.credit_status, o.value_minor, o.currency,
    ${steps(step('credit', sql`o.credit_status`, CUSTOMER_PLACE), VALUE_STEP)}
  FROM checked_order o WHERE o.credit_status IN ('blocked', 'review') AND NOT o.is_shipped AND NOT coalesce(o.is_cancelled, false)`

// Some state the total before what they take off, some after.
const TOTAL_GAP = sql`least(abs(o.stated_total_minor - o.first_minor), abs(o.stated_total_minor - o.first_minor + o.allowances_first))`

/** The lines do not add up to the total the order states; each line may be a cent off by rounding. */
export const findTotalExceptions = sql`
  SELECT ${OF_ORDER}, 'total', 'total', o.first_minor::text, o.stated_total_minor::text, ${TOTAL_GAP}, o.currency,
    ${steps(step('sum-of-lines', sql`o.first_minor::text`, ORDER_PLACE), step('stated-total', sql`o.stated_total_minor::text`, ORDER_PLACE))}
  FROM checked_order o WHERE o.is_priced AND ${TOTAL_GAP} > o.lines`

/** The same articles and quantities for the same place, ordered again under another number within days. */
export const findDuplicateOrders = sql`
  SELECT DISTINCT ON (o.purchase_order_id) ${OF_ORDER}, 'duplicate-order', 'number', a.po_number, o.po_number, o.value_minor, o.currency,
    ${steps(
      step('same-content', sql`a.po_number`, {
        source: 'purchase-order',
        on: sql`a.ordered_on`,
        batch: sql`a.batch_id`,
        position: sql`a.position`,
      }),
      step('ordered-on', sql`o.ordered_on::text`, ORDER_PLACE),
      VALUE_STEP,
    )}
  FROM checked_order a JOIN checked_order o ON o.customer_id = a.customer_id AND o.fingerprint = a.fingerprint
    AND o.ship_to_number IS NOT DISTINCT FROM a.ship_to_number AND (o.ordered_on, o.po_key) > (a.ordered_on, a.po_key)
    AND o.ordered_on - a.ordered_on <= ${DUPLICATE_DAYS}::int
  WHERE o.lines > 1 ORDER BY o.purchase_order_id, a.ordered_on DESC, a.po_key`

/** The same order number came again with other goods or prices, and not as a change of the order. */
export const findResentOrders = sql`
  WITH former AS (
    SELECT DISTINCT ON (v.record_id) v.record_id, v.content ->> 'ordered_on' AS ordered_on, v.content ->> 'batch_id' AS batch_id, v.content ->> 'position' AS position,
      (SELECT string_agg(concat_ws('|', x ->> 'line', coalesce(x ->> 'item_id', x ->> 'customer_item'), x ->> 'quantity', x ->> 'price_micros'), ';' ORDER BY x ->> 'line')
        FROM jsonb_array_elements(v.content -> 'lines') x WHERE x ->> 'added_by' IS NULL) AS goods,
      (SELECT coalesce(sum(round((x ->> 'quantity')::numeric * coalesce((x ->> 'price_micros')::numeric, 0) / 10000)), 0)::bigint
        FROM jsonb_array_elements(v.content -> 'lines') x WHERE x ->> 'added_by' IS NULL) AS value_minor
    FROM record_version v WHERE v.table_name = 'purchase_order' AND v.cause = 'import' AND jsonb_typeof(v.content -> 'lines') = 'array'
    ORDER BY v.record_id, v.version DESC
  )
  SELECT ${OF_ORDER}, 'resent-order', 'order-value', f.value_minor::text, o.first_minor::text, abs(o.first_minor - f.value_minor), o.currency,
    ${steps(
      step('former-value', sql`f.value_minor::text`, {
        source: 'purchase-order',
        on: sql`f.ordered_on`,
        batch: sql`f.batch_id`,
        position: sql`f.position`,
      }),
      step('order-value', sql`o.first_minor::text`, ORDER_PLACE),
    )}
  FROM former f JOIN checked_order o ON o.purchase_order_id = f.record_id
  WHERE f.goods IS DISTINCT FROM (
    SELECT string_agg(concat_ws('|', p.line, coalesce(p.item_id::text, p.customer_item), p.quantity, p.price_micros), ';' ORDER BY p.line)
    FROM purchase_order_line p WHERE p.purchase_order_id = o.purchase_order_id AND p.added_by IS NULL)`
