import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

export type OrderFacts = {
  ordered_on: CalendarDate | null
  ship_by: CalendarDate | null
  currency: string
  value_minor: bigint
  is_shipped: boolean
  deductions: number
  deducted_minor: bigint
  deduction_currency: string
}

/** The head of one order: days, value, and what was deducted from it; null when only SAP knows the order. */
export async function findOrder(actor: Actor, customerCode: string, poKey: string): Promise<OrderFacts | null> {
  const [row] = await select<OrderFacts>(sql`
    SELECT o.ordered_on, o.ship_by, o.currency,
      (SELECT coalesce(sum(l.quantity * coalesce(l.price_micros, 0) / 10000), 0)::bigint FROM order_line_now l WHERE l.purchase_order_id = o.id) AS value_minor,
      EXISTS (SELECT 1 FROM delivery_line d WHERE d.customer_id = o.customer_id AND d.po_key = o.number_key AND d.issued_on IS NOT NULL) AS is_shipped,
      taken.deductions, taken.deducted_minor, coalesce(taken.currency, o.currency) AS deduction_currency
    FROM purchase_order o JOIN customer c ON c.id = o.customer_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS deductions, coalesce(sum(d.amount_minor), 0)::bigint AS deducted_minor, min(d.currency) AS currency
      FROM deduction d WHERE d.customer_id = o.customer_id AND d.po_key = o.number_key
    ) taken
    WHERE c.code = ${customerCode} AND o.number_key = ${poKey} AND ${scopeOf(actor, sql`o.customer_id`)}`)
  return row ?? null
}
