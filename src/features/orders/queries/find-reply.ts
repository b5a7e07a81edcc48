import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { DecidedException } from '../rules/reply-codes'

export type ReplyLine = {
  line: string
  upc: string | null
  vendor_part: string | null
  customer_item: string | null
  description: string | null
  quantity: bigint
  unit: string
  price_micros: bigint | null
  exceptions: (DecidedException & { expected: string | null; actual: string | null; reason: string | null })[]
}

export type ReplyFacts = {
  purchase_order_id: string
  customer_id: string
  po_number: string
  ordered_on: CalendarDate | null
  currency: string
  /** The customer's EDI address; without one there is no 855. */
  edi_id: string | null
  /** The address the customer writes to: the receiver of the order's own interchange. */
  our_edi_id: string
  reply_email: string | null
  reply_locale: string
  sales_order: string | null
  lines: ReplyLine[]
}

/** One order as a reply to the customer tells it: its lines after changes, and what was found and decided about each. */
export async function findReply(actor: Actor, customerCode: string, poKey: string): Promise<ReplyFacts | null> {
  const [order] = await select<Omit<ReplyFacts, 'lines'>>(sql`
    SELECT o.id AS purchase_order_id, o.customer_id, o.number AS po_number, o.ordered_on, o.currency, c.edi_id,
      coalesce(b.inspection #>> '{documents,0,receiver}', c.company_code) AS our_edi_id, t.reply_email, coalesce(t.reply_locale, 'en') AS reply_locale,
      (SELECT min(s.number) FROM sales_order_line s WHERE s.customer_id = o.customer_id AND s.po_key = o.number_key) AS sales_order
    FROM purchase_order o JOIN customer c ON c.id = o.customer_id JOIN import_batch b ON b.id = o.batch_id
    LEFT JOIN order_term t ON t.customer_id = o.customer_id
    WHERE c.code = ${customerCode} AND o.number_key = ${poKey} AND ${scopeOf(actor, sql`o.customer_id`)}`)
  if (!order) return null
  const lines = await select<ReplyLine>(sql`
    SELECT l.line, p.upc, p.vendor_part, p.customer_item, i.description, l.quantity, l.unit, l.price_micros,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'field', x.field, 'state', x.state, 'correctedValue', x.corrected_value,
          'expected', x.expected, 'actual', x.actual, 'reason', x.reason) ORDER BY x.at_stake_minor DESC), '[]')
        FROM order_exception x WHERE x.purchase_order_id = l.purchase_order_id AND x.line IN (l.line, '')) AS exceptions
    FROM order_line_now l
    JOIN purchase_order_line p ON p.purchase_order_id = l.purchase_order_id AND p.line = l.line
    LEFT JOIN item i ON i.id = l.item_id
    WHERE l.purchase_order_id = ${order.purchase_order_id}::uuid ORDER BY l.line_no NULLS LAST, l.line`)
  return { ...order, lines }
}
