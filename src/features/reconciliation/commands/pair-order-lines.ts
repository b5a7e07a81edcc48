import { selectIn, sql, type Tx } from '@/server/db/client'
import { type Extent, inOrders } from './prepare-extent'

/**
 * The exact pass: SAP lines beside the lines of the customers' orders, by customer, order number and line, in one join. Keeps
 * only what does not agree: pairs that differ (`order_pair`), and lines of one side alone where the customer sends orders. A
 * SAP order that names no order of the customer has nothing to be compared with. Answers how many lines found their pair.
 * Prices are those first billed, else those of SAP; a price that differs by exactly the allowance taken off on the invoice
 * agrees, because such a customer orders net and is billed gross less allowance.
 */
export async function pairOrderLines(tx: Tx, extent: Extent): Promise<number> {
  const senders = await listSenders(tx)
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE order_pair ON COMMIT DROP AS
    SELECT coalesce(s.customer_id, o.customer_id) AS customer_id, coalesce(s.po_key, o.po_key) AS po_key, coalesce(s.line_no, o.line_no) AS line_no,
      s.id AS sap_id, s.number_key AS sales_order_key, s.item_id AS sap_item, s.quantity AS sap_quantity, s.unit AS sap_unit, s.currency AS sap_currency,
      coalesce(b.price_micros, s.price_micros) AS sap_price, coalesce(b.allowance_minor, 0) AS allowance_minor, b.quantity AS billed_quantity,
      o.purchase_order_id, o.line AS order_line, o.item_id AS order_item, o.quantity AS order_quantity, o.unit AS order_unit, o.currency AS order_currency, o.price_micros AS order_price
    FROM (SELECT s.id, s.customer_id, s.po_key, s.line_no, s.number_key, s.item_id, s.quantity, s.unit, s.currency, s.price_micros
        FROM sales_order_line s WHERE TRUE ${inOrders(extent, sql`s.customer_id`, sql`s.po_key`)}) s
    FULL JOIN (SELECT o.purchase_order_id, o.customer_id, o.po_key, o.line, o.line_no, o.item_id, o.quantity, o.unit, o.currency, o.price_micros
        FROM order_line_now o WHERE TRUE ${inOrders(extent, sql`o.customer_id`, sql`o.po_key`)}) o
      ON o.customer_id = s.customer_id AND o.po_key = s.po_key AND o.line_no = s.line_no
    LEFT JOIN (SELECT DISTINCT ON (v.customer_id, v.po_key, l.line_no) v.customer_id, v.po_key, l.line_no, l.price_micros, l.allowance_minor, l.quantity
        FROM invoice v JOIN invoice_line l ON l.invoice_id = v.id WHERE v.po_key IS NOT NULL ${inOrders(extent, sql`v.customer_id`, sql`v.po_key`)}
        ORDER BY v.customer_id, v.po_key, l.line_no, v.invoiced_on, v.id) b
      ON b.customer_id = s.customer_id AND b.po_key = s.po_key AND b.line_no = s.line_no
    WHERE s.id IS NULL
      OR (o.purchase_order_id IS NULL AND s.po_key IS NOT NULL AND s.customer_id = ANY(${senders}::uuid[]))
      OR s.quantity <> o.quantity OR s.currency <> o.currency OR (s.unit <> o.unit AND order_unit_factor(s.unit, NULL, NULL, NULL) IS DISTINCT FROM order_unit_factor(o.unit, NULL, NULL, NULL)) OR s.item_id <> o.item_id
      OR (coalesce(b.price_micros, s.price_micros) <> o.price_micros
        AND NOT (coalesce(b.allowance_minor, 0) < 0 AND b.quantity > 0 AND abs(b.price_micros - o.price_micros + (b.allowance_minor * 10000) / b.quantity) < 5000))`)
  const lines = await countLines(tx, extent, senders)
  await splitUnclearOrders(tx, senders)
  await tx.$executeRaw(sql`ANALYZE order_pair`)
  const [alone] = await selectIn<{ count: number }>(
    tx,
    sql`SELECT count(*)::int AS count FROM order_pair WHERE sap_id IS NOT NULL AND purchase_order_id IS NULL`,
  )
  return lines - (alone?.count ?? 0)
}

/** Customers whose orders reach us, as ids: a query that names no temporary table may use every processor. */
async function listSenders(tx: Tx): Promise<string[]> {
  const rows = await selectIn<{ id: string }>(tx, sql`SELECT customer_id::text AS id FROM trading WHERE sends_orders`)
  return rows.map(({ id }) => id)
}

/** Lists the orders that SAP holds in more than one sales order, as `parted_order`; answers how many lines of SAP are compared at all. */
async function countLines(tx: Tx, extent: Extent, senders: readonly string[]): Promise<number> {
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE counted_order ON COMMIT DROP AS
    SELECT customer_id, CASE WHEN is_parted THEN po_key END AS parted_key, sum(lines)::int AS lines FROM (
      SELECT s.customer_id, s.po_key, count(*) AS lines, min(s.number_key COLLATE "C") <> max(s.number_key COLLATE "C") AS is_parted
      FROM sales_order_line s WHERE s.po_key IS NOT NULL ${inOrders(extent, sql`s.customer_id`, sql`s.po_key`)}
      GROUP BY s.customer_id, s.po_key) o
    GROUP BY 1, 2`)
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE parted_order ON COMMIT DROP AS
    SELECT customer_id, parted_key AS po_key FROM counted_order WHERE parted_key IS NOT NULL`)
  const [counted] = await selectIn<{ lines: number }>(
    tx,
    sql`SELECT coalesce(sum(lines), 0)::int AS lines FROM counted_order WHERE customer_id = ANY(${[...senders]}::uuid[])`,
  )
  return counted?.lines ?? 0
}

/**
 * An order that SAP holds in more than one sales order was split, or entered twice: its lines are compared as groups, so all of
 * them stand alone here. So do both sides of a pair whose articles differ.
 */
async function splitUnclearOrders(tx: Tx, senders: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`DELETE FROM order_pair p USING parted_order d WHERE p.customer_id = d.customer_id AND p.po_key = d.po_key`)
  const sap = sql`customer_id, po_key, line_no, sap_id, sales_order_key, sap_item, sap_quantity, sap_unit, sap_currency, sap_price, allowance_minor, billed_quantity`
  const order = sql`customer_id, po_key, line_no, purchase_order_id, order_line, order_item, order_quantity, order_unit, order_currency, order_price`
  await tx.$executeRaw(sql`
    INSERT INTO order_pair (${sap})
    SELECT s.customer_id, s.po_key, s.line_no, s.id, s.number_key, s.item_id, s.quantity, s.unit, s.currency, s.price_micros, 0, NULL
    FROM parted_order d JOIN sales_order_line s ON s.customer_id = d.customer_id AND s.po_key = d.po_key WHERE d.customer_id = ANY(${[...senders]}::uuid[])`)
  await tx.$executeRaw(sql`
    INSERT INTO order_pair (${order})
    SELECT o.customer_id, o.po_key, o.line_no, o.purchase_order_id, o.line, o.item_id, o.quantity, o.unit, o.currency, o.price_micros
    FROM parted_order d JOIN order_line_now o ON o.customer_id = d.customer_id AND o.po_key = d.po_key`)
  await tx.$executeRaw(
    sql`INSERT INTO order_pair (${order}) SELECT ${order} FROM order_pair WHERE sap_item <> order_item AND sap_id IS NOT NULL`,
  )
  await tx.$executeRaw(sql`
    UPDATE order_pair SET purchase_order_id = NULL, order_line = NULL, order_item = NULL, order_quantity = NULL, order_unit = NULL, order_currency = NULL, order_price = NULL
    WHERE sap_item <> order_item AND sap_id IS NOT NULL`)
}
