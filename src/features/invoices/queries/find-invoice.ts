import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { INVOICE_ANSWER, INVOICE_DEDUCTED, INVOICE_DUE, INVOICE_PAID } from './invoice-terms'

export type InvoiceFacts = {
  id: string
  number: string
  customer_id: string
  customer_code: string
  customer_name: string
  invoiced_on: CalendarDate | null
  due_on: CalendarDate | null
  po_number: string | null
  po_key: string | null
  net_minor: bigint
  /** Cash and cash discount of every advice that names the invoice. */
  paid_minor: bigint
  deducted_minor: bigint
  currency: string
  /** The customer's last word on the invoice as sent: accepted, rejected …; null when none came. */
  outcome: string | null
  batch_id: string
  position: string
}

/** One invoice by its number in any spelling, inside the actor's customers. */
export async function findInvoice(actor: Actor, numberKey: string): Promise<InvoiceFacts | null> {
  const [invoice] = await select<InvoiceFacts>(sql`
    SELECT v.id::text, v.number, v.customer_id::text, c.code AS customer_code, c.name AS customer_name, v.invoiced_on, v.po_number,
      coalesce(v.po_key, (SELECT d.po_key FROM delivery_line d WHERE d.number_key = v.delivery_key LIMIT 1)) AS po_key,
      ${INVOICE_DUE} AS due_on, v.net_minor, v.currency, v.batch_id::text, v.position,
      ${INVOICE_PAID} AS paid_minor, ${INVOICE_DEDUCTED} AS deducted_minor, ${INVOICE_ANSWER} AS outcome
    FROM invoice v JOIN customer c ON c.id = v.customer_id
    LEFT JOIN sent_invoice s ON s.customer_id = v.customer_id AND s.number_key = v.number_key
    WHERE v.number_key = ${numberKey} AND ${scopeOf(actor, sql`v.customer_id`)}`)
  return invoice ?? null
}
