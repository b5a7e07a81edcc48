import type { Actor } from '@/core/actor'
import { type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** One value of a file that our records know, and as what. */
export type KnownValue = { value: string; register: string }

const VALUES_MAX = 2_000

/**
 * Which of these values our own records know, inside the actor's customers: as numbers of orders, invoices, claims, articles,
 * accounts, or as reason codes. They tell what a column means when its title does not.
 */
export async function findKnownValues(actor: Actor, values: readonly string[]): Promise<KnownValue[]> {
  const asked = [...new Set(values)].filter((value) => /[\p{L}\p{N}]/u.test(value)).slice(0, VALUES_MAX)
  if (asked.length === 0) return []
  const inScope = (column: Sql) => scopeOf(actor, column)
  return select<KnownValue>(sql`
    WITH asked AS MATERIALIZED (SELECT value, comparison_key(value) AS key FROM unnest(${asked}::text[]) AS given(value))
    SELECT DISTINCT a.value, 'purchase-order' AS register FROM asked a JOIN purchase_order o ON o.number_key = a.key WHERE ${inScope(sql`o.customer_id`)}
    UNION SELECT a.value, 'purchase-order' FROM asked a JOIN sales_order_line s ON s.po_key = a.key WHERE ${inScope(sql`s.customer_id`)}
    UNION SELECT a.value, 'invoice' FROM asked a JOIN invoice i ON i.number_key = a.key WHERE ${inScope(sql`i.customer_id`)}
    UNION SELECT a.value, 'claim' FROM asked a JOIN deduction d ON d.claim_key = a.key WHERE ${inScope(sql`d.customer_id`)}
    UNION SELECT a.value, 'item' FROM asked a JOIN item i ON i.material_key = a.key OR i.vendor_part = a.value
    UNION SELECT a.value, 'upc' FROM asked a JOIN item i ON i.upc = a.value
    UNION SELECT a.value, 'customer-item' FROM asked a JOIN customer_item c ON c.customer_item_key = a.key WHERE ${inScope(sql`c.customer_id`)}
    UNION SELECT a.value, 'account' FROM asked a JOIN customer_account c ON c.account_key = a.key WHERE ${inScope(sql`c.customer_id`)}
    UNION SELECT a.value, 'account' FROM asked a JOIN customer c ON c.code = a.value WHERE ${inScope(sql`c.id`)}
    UNION SELECT a.value, 'reason-code' FROM asked a JOIN reason_code r ON r.code = a.value WHERE ${inScope(sql`r.customer_id`)}`)
}
