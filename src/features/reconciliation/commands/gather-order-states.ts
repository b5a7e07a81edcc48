import type { Tx } from '@/server/db/client'
import { type Sql, sql } from '@/server/db/client'

/**
 * What is known of every order, delivery and invoice of the touched orders, once per run and as sets: `order_state`, `delivery_state`
 * and `invoice_state`, which the finders of signals read. `touched` selects (customer_id, po_key); null takes all.
 */
export async function gatherOrderStates(tx: Tx, touched: Sql | null): Promise<void> {
  await tx.$executeRaw(sql`CREATE TEMPORARY TABLE touched_order ON COMMIT DROP AS
    SELECT DISTINCT t.customer_id, t.po_key FROM (${touched ?? ALL_ORDERS}) t WHERE t.po_key <> ''`)
  await tx.$executeRaw(sql`CREATE UNIQUE INDEX ON touched_order (customer_id, po_key)`)
  for (const statement of STATES) await tx.$executeRaw(statement)
}

const ALL_ORDERS = sql`SELECT customer_id, number_key AS po_key FROM purchase_order UNION SELECT customer_id, po_key FROM sales_order_line
  UNION SELECT customer_id, po_key FROM delivery_line UNION SELECT customer_id, po_key FROM invoice`

const STATES: readonly Sql[] = [
  sql`CREATE TEMPORARY TABLE order_state ON COMMIT DROP AS
    SELECT t.customer_id, t.po_key, coalesce(o.number, s.po_number) AS po_number, coalesce(o.ordered_on, s.ordered_on) AS ordered_on,
      coalesce(o.ship_by, s.requested_on) AS ship_by, o.number IS NOT NULL AS is_received, f.confirmed, coalesce(s.worth, o.stated_total_minor, 0) AS worth,
      coalesce(s.currency, o.currency) AS currency
    FROM touched_order t
    LEFT JOIN purchase_order o ON o.customer_id = t.customer_id AND o.number_key = t.po_key AND o.state <> 'cancelled'
    LEFT JOIN (SELECT x.customer_id, x.po_key, min(x.po_number) AS po_number, min(x.ordered_on) AS ordered_on, max(x.requested_on) AS requested_on,
        sum(x.net_minor)::bigint AS worth, min(x.currency) AS currency
      FROM sales_order_line x JOIN touched_order k ON k.customer_id = x.customer_id AND k.po_key = x.po_key GROUP BY 1, 2) s
      ON s.customer_id = t.customer_id AND s.po_key = t.po_key
    LEFT JOIN (SELECT DISTINCT c.customer_id, c.po_key, true AS confirmed FROM order_confirmation_line c) f
      ON f.customer_id = t.customer_id AND f.po_key = t.po_key
    WHERE coalesce(s.currency, o.currency) IS NOT NULL`,
  sql`CREATE TEMPORARY TABLE delivery_state ON COMMIT DROP AS
    SELECT d.customer_id, d.po_key, min(d.po_number) AS po_number, d.number_key AS delivery_key, min(d.issued_on) AS issued_on,
      min(d.planned_issue_on) AS planned_on, min(d.issue_status) AS issue_status, min(d.carrier) AS carrier, min(d.pro) AS pro, min(d.pro_key) AS pro_key,
      min(d.bol) AS bol, min(d.bol_key) AS bol_key, coalesce(sum(d.quantity * p.price_micros / 10000), 0)::bigint AS worth, coalesce(min(p.currency), min(c.currency)) AS currency
    FROM touched_order t JOIN delivery_line d ON d.customer_id = t.customer_id AND d.po_key = t.po_key JOIN customer c ON c.id = d.customer_id
    LEFT JOIN LATERAL (SELECT s.price_micros, s.currency FROM sales_order_line s WHERE s.number_key = d.sales_order_key AND s.line_no = d.line_no LIMIT 1) p ON true
    GROUP BY d.customer_id, d.po_key, d.number_key`,
  sql`ANALYZE delivery_state`,
  sql`CREATE TEMPORARY TABLE delivery_events ON COMMIT DROP AS
    SELECT x.delivery_key, min(x.on_day) AS delivered_on FROM (
      SELECT d.delivery_key, (e.happened_at AT TIME ZONE 'UTC')::date AS on_day FROM delivery_state d JOIN carrier_event e ON e.delivery_key = d.delivery_key WHERE e.status = 'D1'
      UNION ALL SELECT d.delivery_key, (e.happened_at AT TIME ZONE 'UTC')::date FROM delivery_state d JOIN carrier_event e ON e.pro_key = d.pro_key WHERE e.status = 'D1'
      UNION ALL SELECT d.delivery_key, (e.happened_at AT TIME ZONE 'UTC')::date FROM delivery_state d JOIN carrier_event e ON e.bol_key = d.bol_key WHERE e.status = 'D1'
    ) x GROUP BY x.delivery_key`,
  sql`CREATE TEMPORARY TABLE delivery_proofs ON COMMIT DROP AS
    WITH paper AS (SELECT p.*, doc.state AS doc_state FROM delivery_paper p JOIN document doc ON doc.id = p.document_id
      WHERE p.kind <> 'bill-of-lading' AND doc.tombstoned_at IS NULL AND doc.replaced_by_id IS NULL)
    SELECT DISTINCT ON (x.delivery_key) x.delivery_key, x.document_id, x.grade, x.signed_on FROM (
      SELECT d.delivery_key, p.document_id, p.grade, p.signed_on FROM delivery_state d JOIN paper p ON p.delivery_key = d.delivery_key
      UNION ALL SELECT d.delivery_key, p.document_id, p.grade, p.signed_on FROM delivery_state d JOIN paper p ON p.pro_key = d.pro_key
      UNION ALL SELECT d.delivery_key, p.document_id, p.grade, p.signed_on FROM delivery_state d JOIN paper p ON p.bol_key = d.bol_key
    ) x ORDER BY x.delivery_key, x.grade NULLS FIRST, x.document_id`,
  sql`CREATE TEMPORARY TABLE delivery_receipts ON COMMIT DROP AS
    SELECT DISTINCT x.delivery_key FROM (
      SELECT d.delivery_key FROM delivery_state d JOIN receipt r ON r.customer_id = d.customer_id AND r.po_key = d.po_key
      UNION ALL SELECT d.delivery_key FROM delivery_state d JOIN receipt r ON r.customer_id = d.customer_id AND r.bol_key = d.bol_key) x`,
  sql`CREATE TEMPORARY TABLE sent_answers ON COMMIT DROP AS
    SELECT DISTINCT ON (x.what, x.id) x.what, x.id, x.outcome, x.on_day FROM (
      SELECT 'notice' AS what, n.id, a.outcome, a.acknowledged_at AS on_day, a.id AS answer FROM ship_notice n
        JOIN acknowledgement a ON a.customer_id = n.customer_id AND a.set_id IN ('856', '857')
          AND (a.number_key = n.number_key OR (a.number_key IS NULL AND a.group_control = n.group_control AND coalesce(a.set_control, n.set_control) = n.set_control))
      UNION ALL SELECT 'invoice', v.id, a.outcome, a.acknowledged_at, a.id FROM sent_invoice v
        JOIN acknowledgement a ON a.customer_id = v.customer_id AND a.set_id IN ('810', '857', '880', '894')
          AND (a.number_key = v.number_key OR (a.number_key IS NULL AND a.group_control = v.group_control AND coalesce(a.set_control, v.set_control) = v.set_control))
    ) x ORDER BY x.what, x.id, x.on_day DESC NULLS LAST, x.answer DESC`,
  sql`CREATE TEMPORARY TABLE delivery_notices ON COMMIT DROP AS
    SELECT DISTINCT ON (d.delivery_key) d.delivery_key, coalesce((n.sent_at AT TIME ZONE 'UTC')::date, n.shipped_on) AS sent_on, a.outcome FROM delivery_state d
    JOIN ship_notice n ON n.customer_id = d.customer_id AND n.number_key = d.delivery_key
    LEFT JOIN sent_answers a ON a.what = 'notice' AND a.id = n.id ORDER BY d.delivery_key, n.id`,
  sql`CREATE TEMPORARY TABLE invoice_state ON COMMIT DROP AS
    SELECT v.customer_id, coalesce(v.po_key, d.po_key) AS po_key, coalesce(v.po_number, d.po_number) AS po_number, v.number_key AS invoice_key, v.delivery_key,
      v.invoiced_on, v.net_minor, v.currency, s.id AS sent_id, s.invoiced_on AS sent_on, a.outcome
    FROM invoice v LEFT JOIN delivery_state d ON d.delivery_key = v.delivery_key
    LEFT JOIN touched_order t ON t.customer_id = v.customer_id AND t.po_key = v.po_key
    LEFT JOIN sent_invoice s ON s.customer_id = v.customer_id AND s.number_key = v.number_key
    LEFT JOIN sent_answers a ON a.what = 'invoice' AND a.id = s.id
    WHERE t.po_key IS NOT NULL OR d.delivery_key IS NOT NULL`,
]
