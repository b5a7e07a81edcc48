import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import { CHAIN_STEPS, type ChainStep } from '../rules/chain-steps'
import { findOrderOwner, type OrderOwner } from './find-order-owner'

export type ChainLink = {
  step: ChainStep
  id: string
  number: string | null
  on: CalendarDate | null
  quantity: bigint | null
  amount_minor: bigint | null
  currency: string | null
  note: string | null
  batch_id: string | null
  file_name: string | null
  position: string | null
}

export type OrderChain = { customer: OrderOwner; poNumber: string; links: ChainLink[] }

/** Everything that happened to one order: PO, changes, SAP order, delivery, papers, receipt, invoice, payment, deductions. */
export async function findOrderChain(actor: Actor, customerCode: string, poKey: string): Promise<OrderChain | null> {
  const customer = await findOrderOwner(actor, customerCode)
  if (!customer) return null
  const links = await select<ChainLink>(sql`
    WITH key AS (SELECT ${customer.id}::uuid AS customer_id, ${poKey}::text AS po_key),
    deliveries AS (SELECT d.* FROM delivery_line d, key WHERE d.customer_id = key.customer_id AND d.po_key = key.po_key),
    invoices AS (
      SELECT v.* FROM invoice v, key
      WHERE v.customer_id = key.customer_id AND (v.po_key = key.po_key OR v.delivery_key IN (SELECT number_key FROM deliveries))
    ),
    sent AS (
      SELECT n.customer_id, n.number, n.number_key, n.group_control, n.set_control, ARRAY['856', '857'] AS set_ids FROM ship_notice n, key
      WHERE n.customer_id = key.customer_id AND (n.number_key IN (SELECT number_key FROM deliveries)
        OR EXISTS (SELECT 1 FROM ship_notice_line l WHERE l.ship_notice_id = n.id AND l.po_key = key.po_key))
      UNION SELECT v.customer_id, v.number, v.number_key, v.group_control, v.set_control, ARRAY['810', '857', '880', '894'] FROM sent_invoice v, key
      WHERE v.customer_id = key.customer_id AND (v.po_key = key.po_key OR v.number_key IN (SELECT number_key FROM invoices))
      UNION SELECT f.customer_id, f.po_number, f.po_key, f.group_control, f.set_control, ARRAY['855'] FROM order_confirmation_line f, key
      WHERE f.customer_id = key.customer_id AND f.po_key = key.po_key
    )
    SELECT links.*, b.file_name FROM (
      SELECT 'purchase-order' AS step, o.id, o.number, o.ordered_on AS "on", (SELECT sum(quantity)::bigint FROM purchase_order_line l WHERE l.purchase_order_id = o.id) AS quantity,
        o.stated_total_minor AS amount_minor, o.currency::text, NULL::text AS note, o.batch_id, o.position
      FROM purchase_order o, key WHERE o.customer_id = key.customer_id AND o.number_key = key.po_key
      UNION ALL SELECT 'order-change', c.id, c.po_number, c.changed_on, c.quantity_new, NULL, NULL, concat_ws(' ', c.code, c.line), c.batch_id, c.position
      FROM order_change c, key WHERE c.customer_id = key.customer_id AND c.po_key = key.po_key
      UNION ALL SELECT 'order-confirmation', min(f.id::text)::uuid, min(f.po_number), f.confirmed_on, sum(f.quantity)::bigint, NULL, NULL, string_agg(DISTINCT f.status, ' '), min(f.batch_id::text)::uuid, min(f.position)
      FROM order_confirmation_line f, key WHERE f.customer_id = key.customer_id AND f.po_key = key.po_key GROUP BY f.confirmed_on
      UNION ALL SELECT 'sales-order', min(s.id::text)::uuid, s.number, min(s.ordered_on), sum(s.quantity)::bigint, sum(s.net_minor)::bigint, min(s.currency), min(s.status), min(s.batch_id::text)::uuid, min(s.position)
      FROM sales_order_line s, key WHERE s.customer_id = key.customer_id AND s.po_key = key.po_key GROUP BY s.number
      UNION ALL SELECT 'delivery', min(d.id::text)::uuid, d.number, min(d.issued_on), sum(d.quantity)::bigint, NULL, NULL, concat_ws(' ', min(d.carrier), min(d.pro)), min(d.batch_id::text)::uuid, min(d.position)
      FROM deliveries d GROUP BY d.number
      UNION ALL SELECT 'load-tender', t.id, t.number, coalesce(t.pickup_on, t.tendered_on), NULL, t.amount_minor, t.currency::text, concat_ws(' ', t.carrier, nullif(t.purpose, 'original')), t.batch_id, t.position
      FROM load_tender t, key WHERE coalesce(t.customer_id, key.customer_id) = key.customer_id AND EXISTS (SELECT 1 FROM load_tender_reference f
        WHERE f.load_tender_id = t.id AND ((f.id_kind = 'po' AND f.id_key = key.po_key) OR (f.id_kind = 'delivery' AND f.id_key IN (SELECT number_key FROM deliveries))))
      UNION ALL SELECT 'ship-notice', n.id, n.number, coalesce(n.shipped_on, n.sent_at::date), (SELECT sum(quantity)::bigint FROM ship_notice_line l WHERE l.ship_notice_id = n.id), NULL, NULL,
        to_char(n.sent_at, 'YYYY-MM-DD HH24:MI'), n.batch_id, n.position
      FROM ship_notice n, key WHERE n.customer_id = key.customer_id
        AND (n.number_key IN (SELECT number_key FROM deliveries) OR EXISTS (SELECT 1 FROM ship_notice_line l WHERE l.ship_notice_id = n.id AND l.po_key = key.po_key))
      UNION ALL SELECT CASE p.kind WHEN 'bill-of-lading' THEN 'bill-of-lading' ELSE 'proof-of-delivery' END, p.document_id, doc.file_name, coalesce(p.signed_on, doc.issued_on),
        coalesce(p.pieces_received, p.cartons_printed)::bigint, NULL, NULL, p.exceptions, doc.batch_id, NULL
      FROM delivery_paper p JOIN document doc ON doc.id = p.document_id AND doc.tombstoned_at IS NULL, key
      WHERE p.delivery_key IN (SELECT number_key FROM deliveries) OR p.pro_key IN (SELECT pro_key FROM deliveries) OR p.bol_key IN (SELECT bol_key FROM deliveries)
        OR (p.customer_id = key.customer_id AND p.po_key = key.po_key)
      UNION ALL SELECT 'carrier-event', e.id, e.pro, e.happened_at::date, e.cartons::bigint, NULL, NULL, concat_ws(' ', e.carrier, e.status, e.reason), e.batch_id, e.position
      FROM carrier_event e WHERE e.delivery_key IN (SELECT number_key FROM deliveries) OR e.pro_key IN (SELECT pro_key FROM deliveries)
      UNION ALL SELECT 'receipt', r.id, r.number, r.received_on, (SELECT sum(received)::bigint FROM receipt_line l WHERE l.receipt_id = r.id), NULL, NULL, r.location, r.batch_id, r.position
      FROM counted_receipt r, key WHERE r.customer_id = key.customer_id AND (r.po_key = key.po_key OR r.bol_key IN (SELECT bol_key FROM deliveries))
      UNION ALL SELECT 'invoice', v.id, v.number, v.invoiced_on, (SELECT sum(quantity)::bigint FROM invoice_line l WHERE l.invoice_id = v.id), v.net_minor, v.currency, NULL, v.batch_id, v.position FROM invoices v
      UNION ALL SELECT 'sent-invoice', v.id, v.number, v.invoiced_on, (SELECT sum(quantity)::bigint FROM sent_invoice_line l WHERE l.sent_invoice_id = v.id), v.total_minor, v.currency, NULL, v.batch_id, v.position
      FROM sent_invoice v, key WHERE v.customer_id = key.customer_id AND (v.po_key = key.po_key OR v.number_key IN (SELECT number_key FROM invoices))
      UNION ALL SELECT 'acknowledgement', a.id, coalesce(a.number, o.number), (a.acknowledged_at AT TIME ZONE 'UTC')::date, NULL, NULL, NULL, concat_ws(' ', a.set_id, a.outcome, (SELECT string_agg(e.value, '; ') FROM jsonb_array_elements_text(a.errors) e)), a.batch_id, a.position
      FROM sent o JOIN acknowledgement a ON a.customer_id = o.customer_id AND a.set_id = ANY(o.set_ids)
        AND (a.number_key = o.number_key OR (a.number_key IS NULL AND a.group_control = o.group_control AND coalesce(a.set_control, o.set_control) = o.set_control))
      UNION ALL SELECT 'message', d.id, d.file_name, coalesce(d.issued_on, d.created_at::date), NULL, NULL, NULL, d.lines -> 0 ->> 0, d.batch_id, NULL
      FROM document d, key WHERE d.kind = 'message' AND d.tombstoned_at IS NULL AND coalesce(d.customer_id, key.customer_id) = key.customer_id AND EXISTS (SELECT 1 FROM document_link k
        WHERE k.document_id = d.id AND ((k.id_kind = 'po' AND k.id_key = key.po_key) OR (k.id_kind = 'delivery' AND k.id_key IN (SELECT number_key FROM deliveries))
          OR (k.id_kind = 'invoice' AND k.id_key IN (SELECT number_key FROM invoices))))
      UNION ALL SELECT 'remittance', m.id, m.number, m.paid_on, NULL, sum(l.paid_minor)::bigint, m.currency, count(*)::text, m.batch_id, min(l.position)
      FROM remittance m JOIN remittance_line l ON l.remittance_id = m.id, key
      WHERE m.customer_id = key.customer_id AND (l.reference_key IN (SELECT number_key FROM invoices) OR l.applies_to_key IN (SELECT number_key FROM invoices)) GROUP BY m.id
      UNION ALL SELECT 'deduction', d.id, d.claim_number, d.taken_on, d.quantity, d.amount_minor, d.currency, d.category, NULL, NULL
      FROM deduction d, key WHERE d.customer_id = key.customer_id AND (d.po_key = key.po_key OR d.invoice_key IN (SELECT number_key FROM invoices))
    ) links LEFT JOIN import_batch b ON b.id = links.batch_id ORDER BY array_position(${[...CHAIN_STEPS]}::text[], step), "on" NULLS LAST, number, links.id`)
  if (links.length === 0) return null
  return { customer, poNumber: links.find((link) => link.step === 'purchase-order')?.number ?? poKey, links }
}
