import { sql } from '@/server/db/client'
import { LINE_PLACE, moneyOf, OF_LINE, OF_ORDER, ORDER_PLACE, step, steps } from './exception-step'

const ALLOWED = sql`programme.number || ' −' || trim(trailing '.' FROM to_char(programme.rate_ppm / 10000.0, 'FM990.99')) || ' %'`
const PROGRAMME_STEPS = [
  step('promotion', ALLOWED, { source: 'agreement', batch: sql`programme.batch_id`, position: sql`programme.position` }),
  step('promotion-from', sql`programme.valid_from::text`, { source: 'agreement' }),
  step('promotion-to', sql`programme.valid_to::text`, { source: 'agreement' }),
] as const

// Rates per unit are cents: each unit may be half a cent off.
const ROUNDING = sql`1 + l.quantity / 2`

const STATES_ALLOWANCES = sql`l.customer_id IN (SELECT customer_id FROM purchase_order_line WHERE allowance_minor IS NOT NULL)`

/**
 * What a line takes off against the programme that covers it on the day of the order: another amount, one that nothing was agreed for, or
 * one taken in the price already; and no allowance where the customer's orders else state them: it will be deducted instead. Customers
 * who never state any take what was agreed in the price or after the invoice.
 */
export const findLineAllowanceExceptions = sql`
  SELECT ${OF_LINE}, 'allowance', 'allowance', expected.minor::text, coalesce(l.allowance_minor, 0)::text, abs(expected.minor - coalesce(l.allowance_minor, 0)), l.currency,
    ${steps(
      step('ordered-price', sql`price_text(l.price_micros)`, LINE_PLACE),
      step('quantity', sql`l.quantity::text`, LINE_PLACE),
      ...PROGRAMME_STEPS,
      step('unit-limit', sql`programme.unit_limit::text`, { source: 'agreement' }),
      step('agreed-allowance', sql`expected.minor::text`, { source: 'reckoned' }),
      step('stated-allowance', sql`coalesce(l.allowance_minor, 0)::text`, {
        source: 'purchase-order',
        batch: sql`l.batch_id`,
        position: sql`coalesce(l.allowance_position, l.position)`,
      }),
    )}
  FROM checked_line l
  LEFT JOIN price_gap gap ON gap.purchase_order_id = l.purchase_order_id AND gap.line = l.line
  LEFT JOIN LATERAL (
    SELECT g.number, g.rate_ppm, g.valid_from, g.valid_to, g.unit_limit_per_order_line AS unit_limit, g.batch_id, g.position
    FROM agreement g JOIN agreement_item gi ON gi.agreement_id = g.id AND gi.item_id = l.item_id
    WHERE g.customer_id = l.customer_id AND g.kind = 'promotion' AND g.rate_ppm > 0 AND l.ordered_on BETWEEN g.valid_from AND g.valid_to
    ORDER BY coalesce(g.number_key = comparison_key(l.allowance_agreement), false) DESC, g.number LIMIT 1
  ) programme ON true
  CROSS JOIN LATERAL (SELECT CASE WHEN programme.number IS NULL OR gap.promotion IS NOT NULL THEN 0
    ELSE ${moneyOf(sql`l.price_micros::numeric * programme.rate_ppm / 1000000`, sql`least(l.quantity, coalesce(programme.unit_limit / l.factor, l.quantity))`)} END AS minor) expected
  WHERE l.quantity > 0 AND NOT l.is_cancelled AND l.price_micros IS NOT NULL AND l.factor IS NOT NULL
    AND abs(expected.minor - coalesce(l.allowance_minor, 0)) > ${ROUNDING}
    AND (l.allowance_minor IS NOT NULL OR ${STATES_ALLOWANCES}) AND (l.allowance_minor IS NOT NULL OR gap.line IS NULL)`

/** What the order as a whole takes off, by the agreement it names: another amount, or one that nothing was agreed for. */
export const findOrderAllowanceExceptions = sql`
  SELECT ${OF_ORDER}, 'allowance', 'allowance', coalesce(programme.minor, 0)::text, o.allowance_minor::text,
    abs(coalesce(programme.minor, 0) - o.allowance_minor), o.currency,
    ${steps(
      step('order-value', sql`o.value_minor::text`, ORDER_PLACE),
      ...PROGRAMME_STEPS,
      step('agreed-allowance', sql`coalesce(programme.minor, 0)::text`, { source: 'reckoned' }),
      step('stated-allowance', sql`o.allowance_minor::text`, {
        source: 'purchase-order',
        batch: sql`o.batch_id`,
        position: sql`coalesce(o.allowance_position, o.position)`,
      }),
    )}
  FROM checked_order o
  LEFT JOIN LATERAL (
    SELECT g.number, g.rate_ppm, g.valid_from, g.valid_to, g.batch_id, g.position,
      round(sum(l.quantity::numeric * coalesce(l.price_micros, 0) / 10000) * g.rate_ppm / 1000000)::bigint AS minor
    FROM agreement g JOIN checked_line l ON l.purchase_order_id = o.purchase_order_id AND l.quantity > 0
      AND (l.item_id IN (SELECT item_id FROM agreement_item WHERE agreement_id = g.id) OR NOT EXISTS (SELECT 1 FROM agreement_item WHERE agreement_id = g.id))
    WHERE g.customer_id = o.customer_id AND g.rate_ppm > 0 AND g.number_key = comparison_key(o.allowance_agreement)
      AND o.ordered_on BETWEEN g.valid_from AND g.valid_to
    GROUP BY g.id ORDER BY g.number LIMIT 1
  ) programme ON true
  WHERE o.allowance_minor IS NOT NULL AND NOT coalesce(o.is_cancelled, false)
    AND abs(coalesce(programme.minor, 0) - o.allowance_minor) > 1 + o.lines`
