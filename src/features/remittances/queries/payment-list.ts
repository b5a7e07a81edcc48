import { type Sql, sql } from '@/server/db/client'
import { keyContains } from '@/server/db/key-contains'
import { scopeOf } from '@/server/db/scope-of'
import { customerColumn } from '@/server/lists/customer-column'
import { keyedColumn } from '@/server/lists/keyed-column'
import type { ListSource } from '@/server/lists/list-source'
import { PAYMENT_LIST } from '../rules/payment-list'

const ofLines = (expression: Sql) => sql`coalesce((SELECT ${expression} FROM remittance_line l WHERE l.remittance_id = r.id), 0)::bigint`

/** The list of payments in the database, over `remittance r` and `customer c`. */
export const PAYMENT_SOURCE: ListSource = {
  shape: PAYMENT_LIST,
  from: sql`remittance r JOIN customer c ON c.id = r.customer_id`,
  id: sql`r.id`,
  currency: sql`r.currency`,
  scope: (actor) => scopeOf(actor, sql`r.customer_id`),
  columns: () => ({
    number: keyedColumn(sql`r.number`, sql`r.number_key`),
    customer: customerColumn,
    paidOn: { value: sql`r.paid_on` },
    total: { value: sql`r.total_minor` },
    deducted: { value: ofLines(sql`sum(l.deducted_minor)`) },
    discount: { value: ofLines(sql`sum(l.discount_minor)`) },
    gap: { value: sql`(r.total_minor - r.computed_minor)` },
    lines: { value: ofLines(sql`count(*)`) },
    source: { value: sql`r.source` },
    method: { value: sql`nullif(r.method, '')` },
    computed: { value: sql`r.computed_minor` },
    account: keyedColumn(sql`r.account_key`, sql`r.account_key`),
    currency: { value: sql`r.currency` },
  }),
  tabs: () => ({
    short: sql`EXISTS (SELECT 1 FROM remittance_line l WHERE l.remittance_id = r.id AND l.deducted_minor <> 0)`,
    uneven: sql`r.total_minor <> r.computed_minor`,
  }),
  search: (typed) =>
    sql`(${keyContains(typed, [sql`r.number_key`])} OR r.id IN (SELECT l.remittance_id FROM remittance_line l
      WHERE ${keyContains(typed, [sql`l.claim_key`, sql`l.reference_key`, sql`l.po_key`])}))`,
}
