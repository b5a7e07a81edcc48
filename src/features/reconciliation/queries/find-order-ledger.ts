import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { OrderLedgerStep } from '../rules/order-ledger-steps'

export type OrderLedgerLine = {
  line: number
  item_number: string | null
  description: string | null
  currency: string
  deducted_minor: bigint
} & Record<OrderLedgerStep, bigint | null>

/**
 * Quantities per order line at every step; null where no document speaks. "Signed" and "paid" speak per line only when
 * the whole delivery was signed for in full, or the whole invoice was paid in full.
 */
export async function findOrderLedger(actor: Actor, customerId: string, poKey: string): Promise<OrderLedgerLine[]> {
  return select<OrderLedgerLine>(sql`
    WITH keys AS (
      SELECT line_no, item_id FROM order_line_now WHERE customer_id = ${customerId}::uuid AND po_key = ${poKey}
      UNION SELECT line_no, item_id FROM sales_order_line WHERE customer_id = ${customerId}::uuid AND po_key = ${poKey}
    ), lines AS (SELECT DISTINCT ON (line_no) line_no, item_id FROM keys WHERE line_no IS NOT NULL ORDER BY line_no, item_id NULLS LAST),
    steps AS (
      SELECT line_no, sum(shipped)::bigint AS shipped, sum(noticed)::bigint AS noticed, sum(received_first)::bigint AS received,
        sum(shipped) FILTER (WHERE EXISTS (
          SELECT 1 FROM delivery_paper p JOIN delivery_line d ON d.number_key = s.delivery_key
          WHERE p.kind = 'proof-of-delivery' AND p.is_signed AND p.pieces_received >= p.pieces_shipped AND (p.pro_key = d.pro_key OR p.bol_key = d.bol_key OR p.delivery_key = d.number_key)
        ))::bigint AS signed
      FROM delivery_line_steps s WHERE customer_id = ${customerId}::uuid AND po_key = ${poKey} GROUP BY line_no
    ), billed AS (
      SELECT l.line_no, sum(l.quantity)::bigint AS invoiced,
        sum(l.quantity) FILTER (WHERE v.net_minor <= (
          SELECT coalesce(sum(r.paid_minor + r.discount_minor), 0) FROM remittance_line r WHERE r.customer_id = v.customer_id AND r.reference_key = v.number_key))::bigint AS paid
      FROM invoice v JOIN invoice_line l ON l.invoice_id = v.id WHERE v.customer_id = ${customerId}::uuid AND v.po_key = ${poKey} GROUP BY 1
    )
    SELECT lines.line_no AS line, coalesce(i.vendor_part, i.material) AS item_number, i.description, c.currency,
      (SELECT o.quantity FROM order_line_now o WHERE o.customer_id = c.id AND o.po_key = ${poKey} AND o.line_no = lines.line_no LIMIT 1) AS ordered,
      (SELECT sum(f.quantity)::bigint FROM order_confirmation_line f WHERE f.customer_id = c.id AND f.po_key = ${poKey} AND f.line_no = lines.line_no) AS confirmed,
      (SELECT sum(s.quantity)::bigint FROM sales_order_line s WHERE s.customer_id = c.id AND s.po_key = ${poKey} AND s.line_no = lines.line_no) AS in_sap,
      steps.shipped, steps.noticed, steps.signed, steps.received, billed.invoiced, billed.paid,
      coalesce((SELECT sum(d.amount_minor) FROM deduction d WHERE d.customer_id = c.id AND d.po_key = ${poKey} AND d.item_id = lines.item_id), 0)::bigint AS deducted_minor
    FROM lines JOIN customer c ON c.id = ${customerId}::uuid
    LEFT JOIN item i ON i.id = lines.item_id LEFT JOIN steps ON steps.line_no = lines.line_no LEFT JOIN billed ON billed.line_no = lines.line_no
    WHERE ${scopeOf(actor, sql`c.id`)} ORDER BY lines.line_no`)
}
