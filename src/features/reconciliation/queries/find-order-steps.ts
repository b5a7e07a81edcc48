import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { companyToday } from '@/server/clock'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { ORDER_STEPS, type OrderStep, orderSteps, type StepClock, type StepOfOrder, type StepRecord } from '../rules/order-steps'

/** The clock of a step: its name in `step_clock`, and the step it runs from. A customer who never tells a step owes no answer to it. */
const CLOCKS: readonly { step: OrderStep; after: OrderStep; clock: string }[] = [
  { step: 'confirmed', after: 'ordered', clock: 'order-confirmed' },
  { step: 'notice-sent', after: 'loaded', clock: 'notice-sent' },
  { step: 'notice-answered', after: 'notice-sent', clock: 'notice-accepted' },
  { step: 'signed', after: 'delivered', clock: 'proof-received' },
  { step: 'received', after: 'delivered', clock: 'receipt-booked' },
  { step: 'invoiced', after: 'loaded', clock: 'invoiced' },
  { step: 'invoice-answered', after: 'invoiced', clock: 'invoice-accepted' },
]

/** Every step of one order from the order to the payment: when, by what record, in time or not. Empty when the actor does not see the customer. */
export async function findOrderSteps(actor: Actor, customerId: string, poKey: string): Promise<StepOfOrder[]> {
  const [records, clocks, [order]] = await Promise.all([
    findRecords(actor, customerId, poKey),
    select<StepClock>(sql`
      SELECT n.step, n.after, step_days(n.clock, ${customerId}::uuid, NULL, ${companyToday()}::date) AS days
      FROM unnest(${CLOCKS.map((one) => one.step)}::text[], ${CLOCKS.map((one) => one.after)}::text[], ${CLOCKS.map((one) => one.clock)}::text[])
        AS n(step, after, clock)
      WHERE step_days(n.clock, ${customerId}::uuid, NULL, ${companyToday()}::date) IS NOT NULL AND CASE n.step
        WHEN 'confirmed' THEN EXISTS (SELECT 1 FROM order_confirmation_line x WHERE x.customer_id = ${customerId}::uuid)
        WHEN 'notice-answered' THEN EXISTS (SELECT 1 FROM acknowledgement x WHERE x.customer_id = ${customerId}::uuid AND x.set_id IN ('856', '857'))
        WHEN 'received' THEN EXISTS (SELECT 1 FROM receipt x WHERE x.customer_id = ${customerId}::uuid)
        WHEN 'invoice-answered' THEN EXISTS (SELECT 1 FROM acknowledgement x WHERE x.customer_id = ${customerId}::uuid AND x.set_id IN ('810', '857', '880', '894'))
        ELSE true END`),
    select<{ ship_by: CalendarDate | null }>(sql`
      SELECT coalesce((SELECT o.ship_by FROM purchase_order o WHERE o.customer_id = ${customerId}::uuid AND o.number_key = ${poKey}),
        (SELECT max(s.requested_on) FROM sales_order_line s WHERE s.customer_id = ${customerId}::uuid AND s.po_key = ${poKey})) AS ship_by`),
  ])
  return records.length === 0 ? [] : orderSteps(records, clocks, order?.ship_by ?? null, companyToday())
}

async function findRecords(actor: Actor, customerId: string, poKey: string): Promise<StepRecord[]> {
  return select<StepRecord>(sql`
    WITH key AS (SELECT c.id AS customer_id, ${poKey}::text AS po_key, c.net_days FROM customer c WHERE c.id = ${customerId}::uuid AND ${scopeOf(actor, sql`c.id`)}),
    deliveries AS (SELECT d.* FROM delivery_line d JOIN key ON d.customer_id = key.customer_id AND d.po_key = key.po_key),
    invoices AS (SELECT v.* FROM invoice v JOIN key ON v.customer_id = key.customer_id WHERE v.po_key = key.po_key OR v.delivery_key IN (SELECT number_key FROM deliveries)),
    notices AS (SELECT n.* FROM ship_notice n JOIN key ON n.customer_id = key.customer_id WHERE n.number_key IN (SELECT number_key FROM deliveries)
      OR EXISTS (SELECT 1 FROM ship_notice_line l WHERE l.ship_notice_id = n.id AND l.po_key = key.po_key)),
    sent AS (SELECT v.* FROM sent_invoice v JOIN key ON v.customer_id = key.customer_id WHERE v.po_key = key.po_key OR v.number_key IN (SELECT number_key FROM invoices)),
    events AS (SELECT e.* FROM carrier_event e WHERE e.delivery_key IN (SELECT number_key FROM deliveries) OR e.pro_key IN (SELECT pro_key FROM deliveries)
      OR e.bol_key IN (SELECT bol_key FROM deliveries)),
    papers AS (SELECT p.*, w.file_name, w.batch_id, w.issued_on FROM delivery_paper p JOIN document w ON w.id = p.document_id AND w.tombstoned_at IS NULL AND w.replaced_by_id IS NULL
      WHERE p.kind <> 'bill-of-lading' AND p.is_signed AND (p.delivery_key IN (SELECT number_key FROM deliveries) OR p.pro_key IN (SELECT pro_key FROM deliveries)
        OR p.bol_key IN (SELECT bol_key FROM deliveries)))
    SELECT step, "on", at, record, id::text, number, says, batch_id::text, position FROM (
      SELECT 'ordered' AS step, o.ordered_on AS "on", NULL::timestamptz AS at, 'purchase-order' AS record, o.id, o.number, NULL::text AS says, o.batch_id, o.position
      FROM purchase_order o JOIN key ON o.customer_id = key.customer_id AND o.number_key = key.po_key
      UNION ALL SELECT 'ordered', min(s.ordered_on), NULL, 'sales-order', min(s.id::text)::uuid, s.number, NULL, min(s.batch_id::text)::uuid, min(s.position)
      FROM sales_order_line s JOIN key ON s.customer_id = key.customer_id AND s.po_key = key.po_key GROUP BY s.number
      UNION ALL SELECT 'confirmed', f.confirmed_on, NULL, 'order-confirmation', min(f.id::text)::uuid, min(f.po_number), NULL, min(f.batch_id::text)::uuid, min(f.position)
      FROM order_confirmation_line f JOIN key ON f.customer_id = key.customer_id AND f.po_key = key.po_key GROUP BY f.confirmed_on
      UNION ALL SELECT 'picked', min(d.planned_issue_on), NULL, 'delivery', min(d.id::text)::uuid, d.number, 'planned', min(d.batch_id::text)::uuid, min(d.position)
      FROM deliveries d WHERE d.planned_issue_on IS NOT NULL GROUP BY d.number
      UNION ALL SELECT 'loaded', min(d.issued_on), NULL, 'delivery', min(d.id::text)::uuid, d.number, min(d.carrier), min(d.batch_id::text)::uuid, min(d.position)
      FROM deliveries d WHERE d.issued_on IS NOT NULL GROUP BY d.number
      UNION ALL SELECT 'loaded', (e.happened_at AT TIME ZONE 'UTC')::date, e.happened_at, 'carrier-event', e.id, e.pro, e.carrier, e.batch_id, e.position FROM events e WHERE e.status = 'AF'
      UNION ALL SELECT 'notice-sent', coalesce((n.sent_at AT TIME ZONE 'UTC')::date, n.shipped_on), n.sent_at, 'ship-notice', n.id, n.number, NULL, n.batch_id, n.position FROM notices n
      UNION ALL SELECT 'notice-answered', (a.acknowledged_at AT TIME ZONE 'UTC')::date, a.acknowledged_at, 'acknowledgement', a.id, n.number, a.outcome, a.batch_id, a.position
      FROM notices n JOIN acknowledgement a ON a.customer_id = n.customer_id AND a.set_id IN ('856', '857')
        AND (a.number_key = n.number_key OR (a.number_key IS NULL AND a.group_control = n.group_control AND coalesce(a.set_control, n.set_control) = n.set_control))
      UNION ALL SELECT 'delivered', (e.happened_at AT TIME ZONE 'UTC')::date, e.happened_at, 'carrier-event', e.id, e.pro, e.carrier, e.batch_id, e.position FROM events e WHERE e.status = 'D1'
      UNION ALL SELECT 'signed', coalesce(p.signed_on, p.issued_on), NULL, 'proof-of-delivery', p.document_id, p.file_name, NULL, p.batch_id, coalesce(p.citations ->> 'isSigned', 'page 1') FROM papers p
      UNION ALL SELECT 'received', r.received_on, NULL, 'receipt', r.id, r.number, NULL, r.batch_id, r.position FROM receipt r JOIN key ON r.customer_id = key.customer_id
      WHERE r.po_key = key.po_key OR r.bol_key IN (SELECT bol_key FROM deliveries)
      UNION ALL SELECT 'invoiced', v.invoiced_on, NULL, 'invoice', v.id, v.number, NULL, v.batch_id, v.position FROM invoices v
      UNION ALL SELECT 'invoice-answered', (a.acknowledged_at AT TIME ZONE 'UTC')::date, a.acknowledged_at, 'acknowledgement', a.id, v.number, a.outcome, a.batch_id, a.position
      FROM sent v JOIN acknowledgement a ON a.customer_id = v.customer_id AND a.set_id IN ('810', '857', '880', '894')
        AND (a.number_key = v.number_key OR (a.number_key IS NULL AND a.group_control = v.group_control AND coalesce(a.set_control, v.set_control) = v.set_control))
      UNION ALL SELECT 'due', coalesce(l.due_on, v.invoiced_on + key.net_days), NULL, 'invoice', v.id, v.number, NULL, coalesce(l.batch_id, v.batch_id), coalesce(l.position, v.position)
      FROM invoices v CROSS JOIN key LEFT JOIN LATERAL (SELECT x.due_on, x.batch_id, x.position FROM ledger_item x
        WHERE x.customer_id = v.customer_id AND x.document_key = v.number_key AND x.due_on IS NOT NULL ORDER BY x.due_on DESC LIMIT 1) l ON true
      UNION ALL SELECT 'paid', m.paid_on, NULL, 'remittance', m.id, m.number, NULL, m.batch_id, min(r.position)
      FROM invoices v JOIN remittance_line r ON r.customer_id = v.customer_id AND r.reference_key = v.number_key AND r.paid_minor > 0
      JOIN remittance m ON m.id = r.remittance_id GROUP BY m.id
    ) made ORDER BY array_position(${[...ORDER_STEPS]}::text[], step), record = 'purchase-order' DESC, coalesce(at, "on"::timestamptz) NULLS LAST, number, id`)
}
