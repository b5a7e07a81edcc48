import { sql } from '@/server/db/client'
import type { Finder } from './find-order-differences'
import { inDeliveries, inInvoices } from './prepare-extent'

/** What left the dock against what was billed for that delivery. Receipts count articles, invoices too: sums per article and delivery. */
export const findBilledQuantityDifferences: Finder = (extent) => sql`
  SELECT 'billed-quantity', d.customer_id, d.po_number, d.po_key, d.sales_order_key, d.number_key, b.invoice_key, d.line_no::text, 'quantity', d.quantity::text, b.quantity::text, 'invoice',
    d.item_id, (abs(d.quantity - b.quantity) * b.price_micros / 10000)::bigint, b.currency,
    jsonb_build_array(jsonb_build_object('record', 'delivery-line', 'id', d.id), jsonb_build_object('record', 'invoice', 'id', b.invoice_id)), NULL::text
  FROM (
    SELECT x.customer_id, x.number_key, x.item_id, min(x.po_number) AS po_number, min(x.po_key) AS po_key, min(x.sales_order_key) AS sales_order_key, min(x.line_no) AS line_no,
      min(x.id::text) AS id, sum(x.quantity)::bigint AS quantity FROM delivery_line x
    WHERE x.issued_on IS NOT NULL AND x.item_id IS NOT NULL ${inDeliveries(extent, sql`x.number_key`)} GROUP BY x.customer_id, x.number_key, x.item_id
  ) d JOIN (
    SELECT v.delivery_key, l.item_id, min(v.number_key) AS invoice_key, min(v.id::text) AS invoice_id, min(v.currency) AS currency, max(l.price_micros) AS price_micros,
      sum(l.quantity)::bigint AS quantity FROM invoice v JOIN invoice_line l ON l.invoice_id = v.id
    WHERE v.delivery_key IS NOT NULL AND l.item_id IS NOT NULL ${inDeliveries(extent, sql`v.delivery_key`)} GROUP BY v.delivery_key, l.item_id
  ) b ON b.delivery_key = d.number_key AND b.item_id = d.item_id WHERE b.quantity <> d.quantity`

/** SAP's invoice against the one that was sent to the customer, in total. */
export const findSentInvoiceDifferences: Finder = (extent) => sql`
  SELECT 'sent-invoice', v.customer_id, v.po_number, v.po_key, v.sales_order_key, v.delivery_key, v.number_key, NULL::text, 'amount', money_text(v.net_minor, v.currency), money_text(s.total_minor, v.currency), 'sent-invoice',
    NULL::uuid, abs(v.net_minor - s.total_minor), v.currency,
    jsonb_build_array(jsonb_build_object('record', 'invoice', 'id', v.id), jsonb_build_object('record', 'sent-invoice', 'id', s.id)),
    CASE WHEN k.their_key IS NOT NULL THEN match_identity('invoice', v.customer_id, k.their_key, v.number_key) END
  FROM invoice v LEFT JOIN paired_document k ON k.step = 'invoice' AND k.customer_id = v.customer_id AND k.our_key = v.number_key
  JOIN sent_invoice s ON s.customer_id = v.customer_id AND s.number_key = coalesce(k.their_key, v.number_key) AND s.currency = v.currency
  WHERE s.total_minor <> v.net_minor ${inInvoices(extent, sql`v.number_key`)}`

/** A delivery that was billed more than once: the later invoice repeats the first one, and none of them was reversed. */
export const findDoubleInvoices: Finder = (extent) => sql`
  SELECT 'double-invoice', v.customer_id, v.po_number, v.po_key, v.sales_order_key, v.delivery_key, v.number_key, NULL::text, 'document', v.number, f.number, 'invoice', NULL::uuid, v.net_minor, v.currency,
    jsonb_build_array(jsonb_build_object('record', 'invoice', 'id', v.id), jsonb_build_object('record', 'invoice', 'id', f.id)), NULL::text
  FROM invoice v JOIN LATERAL (
    SELECT x.id, x.number FROM invoice x WHERE x.delivery_key = v.delivery_key AND x.net_minor = v.net_minor AND (x.invoiced_on, x.number_key) < (v.invoiced_on, v.number_key)
      AND EXISTS (SELECT 1 FROM invoice_line l JOIN invoice_line m ON m.invoice_id = v.id AND m.line = l.line AND m.item_id = l.item_id WHERE l.invoice_id = x.id)
    ORDER BY x.invoiced_on, x.number_key LIMIT 1) f ON true
  WHERE v.net_minor > 0 AND NOT EXISTS (SELECT 1 FROM invoice x WHERE x.delivery_key = v.delivery_key AND x.net_minor = -v.net_minor) ${inInvoices(extent, sql`v.number_key`)}`
