import { type Sql, sql } from '@/server/db/client'

/** The customer's last word on `invoice v`, sent as `sent_invoice s`: accepted, with-errors, rejected; NULL when none came. */
export const INVOICE_ANSWER: Sql = sql`(SELECT a.outcome FROM acknowledgement a WHERE a.customer_id = v.customer_id AND a.set_id IN ('810', '857', '880', '894')
  AND (a.number_key = v.number_key OR (a.number_key IS NULL AND a.group_control = s.group_control AND coalesce(a.set_control, s.set_control) = s.set_control))
  ORDER BY a.acknowledged_at DESC NULLS LAST, a.id DESC LIMIT 1)`

/** The day `invoice v` of `customer c` is due: as the ledger says it, else by the terms it was sent with or those of the customer. */
export const INVOICE_DUE: Sql = sql`coalesce((SELECT max(l.due_on) FROM ledger_item l WHERE l.customer_id = v.customer_id
  AND (l.document_key = v.number_key OR (l.reference_key = v.number_key AND l.posting_key = '01'))),
  v.invoiced_on + coalesce(s.net_days, c.net_days))`

/** Cash and cash discount of every advice that names `invoice v`, and what was deducted from it; minor units. */
export const INVOICE_PAID: Sql = sql`coalesce((SELECT sum(r.paid_minor + r.discount_minor) FROM remittance_line r
  WHERE r.customer_id = v.customer_id AND r.reference_key = v.number_key), 0)::bigint`
export const INVOICE_DEDUCTED: Sql = sql`coalesce((SELECT sum(d.amount_minor) FROM deduction d
  WHERE d.customer_id = v.customer_id AND d.invoice_key = v.number_key), 0)::bigint`
