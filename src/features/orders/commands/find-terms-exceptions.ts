import { type Sql, sql } from '@/server/db/client'
import { OF_ORDER, ORDER_PLACE, step, steps } from './exception-step'
import { CUSTOMER_PLACE, VALUE_STEP } from './find-order-exceptions'

const COUNTS = sql`NOT coalesce(o.is_cancelled, false)`

/**
 * Payment terms on the order that give away more, or less, than the customer's. At stake is what they cost: days by which the customer pays
 * later at the yearly cost of money (`yearlyPpm`, parts per million), and the larger cash discount on the value of the order.
 */
export function findTermsExceptions(yearlyPpm: number): readonly Sql[] {
  const daysLost = (ordered: Sql, agreed: Sql) => sql`greatest(${ordered} - ${agreed}, 0)`
  const costOf = (days: Sql) => sql`cost_of_days(o.value_minor, ${days}, ${yearlyPpm}::int)`
  const COST_OF_YEAR = step('cost-of-year', sql`${yearlyPpm}::int::text`, { source: 'setting' })
  const arithmetic = (days: Sql) => [step('days-lost', sql`nullif(${days}, 0)::text`, { source: 'reckoned' }), VALUE_STEP, COST_OF_YEAR]
  const net = daysLost(sql`o.net_days`, sql`o.agreed_net_days`)
  const early = daysLost(sql`o.discount_days`, sql`o.agreed_discount_days`)
  const given = sql`greatest(o.discount_ppm - o.agreed_discount_ppm, 0)`
  return [
    sql`
  SELECT ${OF_ORDER}, 'terms', 'net-days', o.agreed_net_days::text, o.net_days::text, ${costOf(net)}, o.currency,
    ${steps(
      step('agreed-terms', sql`o.agreed_net_days::text`, CUSTOMER_PLACE),
      step('ordered-terms', sql`o.net_days::text`, ORDER_PLACE),
      ...arithmetic(net),
    )}
  FROM checked_order o WHERE o.net_days <> o.agreed_net_days AND ${COUNTS}`,
    sql`
  SELECT ${OF_ORDER}, 'terms', 'discount', o.agreed_discount_ppm::text, o.discount_ppm::text,
    round(greatest(o.value_minor, 0)::numeric * ${given} / 1000000)::bigint, o.currency,
    ${steps(
      step('agreed-discount', sql`o.agreed_discount_ppm::text`, CUSTOMER_PLACE),
      step('ordered-discount', sql`o.discount_ppm::text`, ORDER_PLACE),
      step('discount-lost', sql`nullif(${given}, 0)::text`, { source: 'reckoned' }),
      VALUE_STEP,
    )}
  FROM checked_order o WHERE o.discount_ppm <> o.agreed_discount_ppm AND ${COUNTS}`,
    sql`
  SELECT ${OF_ORDER}, 'terms', 'discount-days', o.agreed_discount_days::text, o.discount_days::text, ${costOf(early)}, o.currency,
    ${steps(
      step('agreed-discount-days', sql`o.agreed_discount_days::text`, CUSTOMER_PLACE),
      step('ordered-discount-days', sql`o.discount_days::text`, ORDER_PLACE),
      ...arithmetic(early),
    )}
  FROM checked_order o
  WHERE o.discount_days <> o.agreed_discount_days AND o.discount_ppm > 0 AND o.discount_ppm = o.agreed_discount_ppm AND ${COUNTS}`,
  ]
}
