import { type Sql, sql } from '@/server/db/client'

/** Whether everything of a delivery is paid and nothing withheld any more: nobody will ask for its receipt. */
export function isSettledDelivery(deliveryKey: Sql): Sql {
  return sql`(${deliveryKey} IN (SELECT v.delivery_key FROM invoice v
    JOIN remittance_line l ON l.customer_id = v.customer_id AND l.reference_key = v.number_key WHERE v.delivery_key IS NOT NULL)
  AND ${deliveryKey} NOT IN (SELECT x.delivery_key FROM deduction x WHERE x.open_minor > 0 AND x.delivery_key IS NOT NULL))`
}
