import { sql } from '@/server/db/client'
import type { BookedLineFacts, InvoiceLineFacts, OrderFacts } from '../../rules/validity-facts'
import { distinct, Groups, grouped, type NumbersOfCustomers, type Read } from './read'
import type { Subject } from './read-subjects'

export type InvoiceLine = Omit<InvoiceLineFacts, 'agreementNumber'>

/** Lines by invoice, in their order. */
export async function readInvoiceLines(subjects: readonly Subject[], read: Read): Promise<Groups<string, InvoiceLine>> {
  return grouped(
    await read<InvoiceLine & { owner: string }>(sql`
      SELECT l.invoice_id::text AS owner, l.id::text, l.line, l.item_id::text AS "itemId", l.quantity, l.price_micros AS "priceMicros",
        abs(l.allowance_minor) AS "allowanceMinor", l.net_minor AS "netMinor", l.position
      FROM invoice_line l WHERE l.invoice_id = ANY(${distinct(subjects.map((subject) => subject.invoiceId))}::uuid[]) ORDER BY l.invoice_id, l.line`),
  )
}

/** Agreements that the invoice as sent names for an article; key: its id and the article's. */
export async function readNamedAgreements(subjects: readonly Subject[], read: Read): Promise<Map<string, string>> {
  const named = new Map<string, string>()
  const ids = distinct(subjects.map((subject) => subject.sentId))
  if (ids.length === 0) return named
  const rows = await read<{ sentId: string; itemId: string; agreementNumber: string }>(sql`
    SELECT sent_invoice_id::text AS "sentId", item_id::text AS "itemId", agreement_number AS "agreementNumber" FROM sent_invoice_line
    WHERE sent_invoice_id = ANY(${ids}::uuid[]) AND agreement_number IS NOT NULL AND item_id IS NOT NULL ORDER BY sent_invoice_id, line DESC`)
  for (const row of rows) named.set(row.sentId + row.itemId, row.agreementNumber)
  return named
}

type OrderLine = OrderFacts['lines'][number]
type OrderChange = OrderFacts['changes'][number]
type Confirmation = OrderFacts['confirmations'][number]
export type OrderRows = {
  lines: Groups<string, OrderLine>
  changes: Groups<number, OrderChange>
  confirmations: Groups<number, Confirmation>
  booked: Groups<number, BookedLineFacts>
}

/** Lines by order; changes, confirmations and our own sales order lines by the place of the order's number. */
export async function readOrders(subjects: readonly Subject[], orders: NumbersOfCustomers, read: Read): Promise<OrderRows> {
  const asked = sql`unnest(${orders.customerIds}::uuid[], ${orders.keys}::text[]) WITH ORDINALITY AS k(customer_id, key, place)`
  const lines = await read<OrderLine & { owner: string }>(sql`
    SELECT l.purchase_order_id::text AS owner, l.line, l.item_id::text AS "itemId", l.quantity, l.price_micros AS "priceMicros", l.pack, l.position
    FROM purchase_order_line l WHERE l.purchase_order_id = ANY(${distinct(subjects.map((subject) => subject.orderId))}::uuid[])
    ORDER BY l.purchase_order_id, l.line`)
  if (orders.keys.length === 0) return { lines: grouped(lines), changes: new Groups(), confirmations: new Groups(), booked: new Groups() }
  const changes = await read<OrderChange & { owner: number }>(sql`
    SELECT k.place::int AS owner, o.id::text, o.line, o.changed_on::text AS "changedOn", o.quantity_new AS "quantityNew",
      o.price_micros_new AS "priceMicrosNew", o.position
    FROM ${asked} JOIN order_change o ON o.customer_id = k.customer_id AND o.po_key = k.key ORDER BY o.changed_on, o.id`)
  const confirmations = await read<Confirmation & { owner: number }>(sql`
    SELECT k.place::int AS owner, o.id::text, o.line, o.status, o.quantity, o.price_micros AS "priceMicros", o.position
    FROM ${asked} JOIN order_confirmation_line o ON o.customer_id = k.customer_id AND o.po_key = k.key ORDER BY o.line, o.id`)
  const booked = await read<BookedLineFacts & { owner: number }>(sql`
    SELECT k.place::int AS owner, s.id::text, s.number, s.line, s.ordered_on::text AS "orderedOn", s.item_id::text AS "itemId", s.quantity,
      s.price_micros AS "priceMicros", s.position
    FROM ${asked} JOIN sales_order_line s ON s.customer_id = k.customer_id AND s.po_key = k.key ORDER BY s.number, s.line`)
  return { lines: grouped(lines), changes: grouped(changes), confirmations: grouped(confirmations), booked: grouped(booked) }
}
