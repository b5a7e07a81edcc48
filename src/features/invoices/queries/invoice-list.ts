import { sql } from '@/server/db/client'
import { keyContains } from '@/server/db/key-contains'
import { scopeOf } from '@/server/db/scope-of'
import { customerColumn } from '@/server/lists/customer-column'
import { keyedColumn } from '@/server/lists/keyed-column'
import type { ListSource } from '@/server/lists/list-source'
import { INVOICE_LIST } from '../rules/invoice-list'
import { INVOICE_ANSWER, INVOICE_DEDUCTED, INVOICE_DUE, INVOICE_PAID } from './invoice-terms'

/** The list of invoices in the database, over `invoice v`, `customer c` and, where it was sent, `sent_invoice s`. */
export const INVOICE_SOURCE: ListSource = {
  shape: INVOICE_LIST,
  from: sql`invoice v JOIN customer c ON c.id = v.customer_id LEFT JOIN sent_invoice s ON s.customer_id = v.customer_id AND s.number_key = v.number_key`,
  id: sql`v.id`,
  currency: sql`v.currency`,
  scope: (actor) => scopeOf(actor, sql`v.customer_id`),
  columns: () => ({
    number: keyedColumn(sql`v.number`, sql`v.number_key`),
    customer: customerColumn,
    invoiced: { value: sql`v.invoiced_on` },
    due: { value: INVOICE_DUE },
    po: keyedColumn(sql`v.po_number`, sql`v.po_key`),
    net: { value: sql`v.net_minor` },
    paid: { value: INVOICE_PAID },
    deducted: { value: INVOICE_DEDUCTED },
    // What was paid in full and taken back later leaves nothing to come.
    open: { value: sql`greatest(0, v.net_minor - ${INVOICE_PAID} - ${INVOICE_DEDUCTED})` },
    answer: { value: INVOICE_ANSWER },
    delivery: keyedColumn(sql`v.delivery_key`, sql`v.delivery_key`),
    lines: { value: sql`(SELECT count(*) FROM invoice_line l WHERE l.invoice_id = v.id)` },
    version: { value: sql`v.version` },
    currency: { value: sql`v.currency` },
  }),
  tabs: () => ({
    deducted: sql`EXISTS (SELECT 1 FROM deduction d WHERE d.customer_id = v.customer_id AND d.invoice_key = v.number_key)`,
    unpaid: sql`NOT EXISTS (SELECT 1 FROM remittance_line r WHERE r.customer_id = v.customer_id AND r.reference_key = v.number_key)`,
  }),
  search: (typed) => keyContains(typed, [sql`v.number_key`, sql`v.po_key`, sql`v.delivery_key`]),
}
