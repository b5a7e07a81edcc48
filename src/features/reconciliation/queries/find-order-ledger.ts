import type { Actor } from '@/core/actor'
import { type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { buildOrderLedger, type LedgerLineHead, type LedgerShare, type OrderLedger } from '../rules/order-ledger'
import { ORDER_LEDGER_STEPS } from '../rules/order-ledger-steps'
import { LEDGER_SHARES } from './ledger-shares'

const orderParts = (customerId: string, poKey: string): Sql => sql`
  key AS (SELECT ${customerId}::uuid AS customer_id, ${poKey}::text AS po_key),
  said AS (
    SELECT o.line_no, o.item_id, o.price_micros, 2 AS rank FROM order_line_now o JOIN key ON o.customer_id = key.customer_id AND o.po_key = key.po_key
    UNION ALL SELECT s.line_no, s.item_id, s.price_micros, 1 FROM sales_order_line s JOIN key ON s.customer_id = key.customer_id AND s.po_key = key.po_key
  ), lines AS (
    SELECT line_no, (array_agg(item_id ORDER BY rank DESC) FILTER (WHERE item_id IS NOT NULL))[1] AS item_id,
      (array_agg(price_micros ORDER BY rank) FILTER (WHERE price_micros IS NOT NULL))[1] AS price_micros
    FROM said WHERE line_no IS NOT NULL GROUP BY line_no
  ), deliveries AS (SELECT d.* FROM delivery_line d JOIN key ON d.customer_id = key.customer_id AND d.po_key = key.po_key),
  invoices AS (
    SELECT v.* FROM invoice v JOIN key ON v.customer_id = key.customer_id
    WHERE v.po_key = key.po_key OR v.delivery_key IN (SELECT number_key FROM deliveries)
  )`

/**
 * Counts and amounts per order line at every step, each with the records it is the sum of. Shipped, announced, signed and received
 * goods are priced as SAP sells them, else as ordered. Empty when the actor does not see the customer.
 */
export async function findOrderLedger(actor: Actor, customerId: string, poKey: string): Promise<OrderLedger> {
  const [customer] = await select<{ currency: string }>(
    sql`SELECT c.currency FROM customer c WHERE c.id = ${customerId}::uuid AND ${scopeOf(actor, sql`c.id`)}`,
  )
  if (!customer) return { currency: 'USD', lines: [] }
  const [heads, shares] = await Promise.all([
    select<LedgerLineHead>(sql`WITH ${orderParts(customerId, poKey)}
      SELECT lines.line_no AS line, lines.item_id, coalesce(i.vendor_part, i.material) AS item_number, i.description
      FROM lines LEFT JOIN item i ON i.id = lines.item_id ORDER BY lines.line_no`),
    select<LedgerShare>(sql`WITH ${orderParts(customerId, poKey)}
      SELECT share.*, b.file_name FROM (${LEDGER_SHARES}) share LEFT JOIN import_batch b ON b.id = share.batch_id
      ORDER BY array_position(${[...ORDER_LEDGER_STEPS]}::text[], share.step), share.line, share."on" NULLS FIRST, share.number, share.position, share.id`),
  ])
  return buildOrderLedger(heads, shares, customer.currency)
}
