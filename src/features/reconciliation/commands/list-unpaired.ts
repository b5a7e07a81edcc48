import { type Sql, sql, type Tx } from '@/server/db/client'
import { type Extent, inDeliveries, inInvoices, inOrders } from './prepare-extent'

/**
 * Documents of one side that no document of the other side has the number of (`lone_document`), with their lines: what the
 * tolerant pass works on. Ours are SAP's, theirs are the customer's order, the ship notice, the receipt and the sent invoice.
 */
export async function listUnpaired(tx: Tx, extent: Extent): Promise<void> {
  await tx.$executeRaw(
    sql`CREATE TEMPORARY TABLE lone_line (step text, side text, customer_id uuid, key text, item_id uuid, quantity bigint, amount_minor bigint) ON COMMIT DROP`,
  )
  await tx.$executeRaw(
    sql`CREATE TEMPORARY TABLE lone_document (step text, side text, customer_id uuid, key text, dated_on date, transport text) ON COMMIT DROP`,
  )
  for (const { document, lines } of [...orders(), ...shipNotices(extent), ...receipts(extent), ...invoices(extent)]) {
    await tx.$executeRaw(sql`INSERT INTO lone_document ${document}`)
    await tx.$executeRaw(sql`INSERT INTO lone_line ${lines}`)
  }
  await tx.$executeRaw(sql`ANALYZE lone_document`)
  await tx.$executeRaw(sql`ANALYZE lone_line`)
}

type Documents = { document: Sql; lines: Sql }

const WORTH = (quantity: Sql, priceMicros: Sql) => sql`(coalesce(${priceMicros}, 0) * ${quantity} / 10000)::bigint`

// What the exact pass left over knows the orders; only those without any namesake on the other side are alone.
function orders(): Documents[] {
  const lone = (step: 'ours' | 'theirs') => sql`lone_document u ON u.step = 'order' AND u.side = ${step}`
  return [
    {
      document: sql`SELECT 'order', 'ours', p.customer_id, p.po_key, min(s.ordered_on), NULL FROM order_pair p JOIN sales_order_line s ON s.id = p.sap_id
        WHERE p.purchase_order_id IS NULL AND p.po_key IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM purchase_order o WHERE o.customer_id = p.customer_id AND o.number_key = p.po_key) GROUP BY p.customer_id, p.po_key`,
      lines: sql`SELECT 'order', 'ours', p.customer_id, p.po_key, p.sap_item, sum(p.sap_quantity), sum(${WORTH(sql`p.sap_quantity`, sql`p.sap_price`)})
        FROM order_pair p JOIN ${lone('ours')} AND u.customer_id = p.customer_id AND u.key = p.po_key WHERE p.sap_id IS NOT NULL GROUP BY p.customer_id, p.po_key, p.sap_item`,
    },
    {
      document: sql`SELECT 'order', 'theirs', p.customer_id, p.po_key, min(o.ordered_on), NULL FROM order_pair p JOIN purchase_order o ON o.id = p.purchase_order_id
        WHERE p.sap_id IS NULL AND NOT EXISTS (SELECT 1 FROM sales_order_line s WHERE s.customer_id = p.customer_id AND s.po_key = p.po_key) GROUP BY p.customer_id, p.po_key`,
      lines: sql`SELECT 'order', 'theirs', p.customer_id, p.po_key, p.order_item, sum(p.order_quantity), sum(${WORTH(sql`p.order_quantity`, sql`p.order_price`)})
        FROM order_pair p JOIN ${lone('theirs')} AND u.customer_id = p.customer_id AND u.key = p.po_key WHERE p.purchase_order_id IS NOT NULL GROUP BY p.customer_id, p.po_key, p.order_item`,
    },
  ]
}

function shipNotices(extent: Extent): Documents[] {
  return [
    {
      document: sql`SELECT 'ship-notice', 'ours', d.customer_id, d.number_key, min(d.issued_on), min(d.bol_key) FROM delivery_line d
        WHERE d.issued_on IS NOT NULL AND d.customer_id IN (SELECT customer_id FROM ship_notice) ${inDeliveries(extent, sql`d.number_key`)}
          AND NOT EXISTS (SELECT 1 FROM ship_notice n WHERE n.customer_id = d.customer_id AND n.number_key = d.number_key) GROUP BY d.customer_id, d.number_key`,
      lines: linesOfDeliveries('ship-notice', sql`u.customer_id = d.customer_id AND u.key = d.number_key`),
    },
    {
      document: sql`SELECT 'ship-notice', 'theirs', n.customer_id, n.number_key, coalesce(n.shipped_on, n.sent_at::date), n.bol_key FROM ship_notice n
        WHERE TRUE ${inDeliveries(extent, sql`n.number_key`)} AND NOT EXISTS (SELECT 1 FROM delivery_line d WHERE d.number_key = n.number_key)`,
      lines: sql`SELECT 'ship-notice', 'theirs', u.customer_id, u.key, l.item_id, sum(l.quantity), NULL FROM lone_document u
        JOIN ship_notice n ON n.customer_id = u.customer_id AND n.number_key = u.key JOIN ship_notice_line l ON l.ship_notice_id = n.id
        WHERE u.step = 'ship-notice' AND u.side = 'theirs' GROUP BY u.customer_id, u.key, l.item_id`,
    },
  ]
}

// A receipt names the order; one that names an order nobody delivered for may mean another one.
function receipts(extent: Extent): Documents[] {
  return [
    {
      document: sql`SELECT 'receipt', 'ours', d.customer_id, d.po_key, max(d.issued_on), min(d.bol_key) FROM delivery_line d
        WHERE d.issued_on IS NOT NULL AND d.po_key IS NOT NULL AND d.customer_id IN (SELECT customer_id FROM trading WHERE sends_receipts) ${inDeliveries(extent, sql`d.number_key`)}
          AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.customer_id = d.customer_id AND r.po_key = d.po_key)
          AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.customer_id = d.customer_id AND r.bol_key = d.bol_key) GROUP BY d.customer_id, d.po_key`,
      lines: linesOfDeliveries('receipt', sql`u.customer_id = d.customer_id AND u.key = d.po_key`),
    },
    {
      document: sql`SELECT 'receipt', 'theirs', r.customer_id, r.po_key, min(r.received_on), min(r.bol_key) FROM receipt r
        WHERE r.po_key IS NOT NULL ${inOrders(extent, sql`r.customer_id`, sql`r.po_key`)}
          AND NOT EXISTS (SELECT 1 FROM delivery_line d WHERE d.customer_id = r.customer_id AND d.po_key = r.po_key)
          AND NOT EXISTS (SELECT 1 FROM delivery_line d WHERE d.customer_id = r.customer_id AND d.bol_key = r.bol_key) GROUP BY r.customer_id, r.po_key`,
      lines: sql`SELECT 'receipt', 'theirs', u.customer_id, u.key, l.item_id, sum(l.received), NULL FROM lone_document u
        JOIN receipt r ON r.customer_id = u.customer_id AND r.po_key = u.key JOIN receipt_line l ON l.receipt_id = r.id
        WHERE u.step = 'receipt' AND u.side = 'theirs' GROUP BY u.customer_id, u.key, l.item_id`,
    },
  ]
}

function invoices(extent: Extent): Documents[] {
  return [
    {
      document: sql`SELECT 'invoice', 'ours', v.customer_id, v.number_key, v.invoiced_on, NULL FROM invoice v
        WHERE v.customer_id IN (SELECT customer_id FROM sent_invoice) ${inInvoices(extent, sql`v.number_key`)}
          AND NOT EXISTS (SELECT 1 FROM sent_invoice s WHERE s.customer_id = v.customer_id AND s.number_key = v.number_key)`,
      lines: sql`SELECT 'invoice', 'ours', u.customer_id, u.key, l.item_id, sum(l.quantity), sum(l.net_minor) FROM lone_document u
        JOIN invoice v ON v.customer_id = u.customer_id AND v.number_key = u.key JOIN invoice_line l ON l.invoice_id = v.id
        WHERE u.step = 'invoice' AND u.side = 'ours' GROUP BY u.customer_id, u.key, l.item_id`,
    },
    {
      document: sql`SELECT 'invoice', 'theirs', s.customer_id, s.number_key, s.invoiced_on, NULL FROM sent_invoice s
        WHERE TRUE ${inInvoices(extent, sql`s.number_key`)} AND NOT EXISTS (SELECT 1 FROM invoice v WHERE v.number_key = s.number_key)`,
      lines: sql`SELECT 'invoice', 'theirs', u.customer_id, u.key, l.item_id, sum(l.quantity), sum(${WORTH(sql`l.quantity`, sql`l.price_micros`)} + l.allowance_minor) FROM lone_document u
        JOIN sent_invoice s ON s.customer_id = u.customer_id AND s.number_key = u.key JOIN sent_invoice_line l ON l.sent_invoice_id = s.id
        WHERE u.step = 'invoice' AND u.side = 'theirs' GROUP BY u.customer_id, u.key, l.item_id`,
    },
  ]
}

function linesOfDeliveries(step: string, on: Sql): Sql {
  return sql`SELECT ${step}::text, 'ours', u.customer_id, u.key, d.item_id, sum(d.quantity), NULL FROM lone_document u JOIN delivery_line d ON ${on}
    WHERE u.step = ${step} AND u.side = 'ours' GROUP BY u.customer_id, u.key, d.item_id`
}
