import { empty, raw, type Sql, selectIn, sql, type Tx } from '@/server/db/client'

/** How much a comparison looks at: everything, or the orders, deliveries and invoices that changed since the last one. */
export type Extent = { everything: boolean; today: string; isEmpty?: boolean }

/** Days after a delivery on which the customer's count, or its absence, becomes a fact. */
export const RECEIPT_DAYS = 1

/** Keeps a query inside the orders that are examined; the columns are the customer and the order's key. */
export function inOrders({ everything }: Extent, customer: Sql, poKey: Sql): Sql {
  return everything ? empty : sql`AND (${customer}, ${poKey}) IN (SELECT customer_id, key FROM in_order)`
}

/** Keeps a query inside the deliveries that are examined. */
export function inDeliveries({ everything }: Extent, deliveryKey: Sql): Sql {
  return everything ? empty : sql`AND ${deliveryKey} IN (SELECT key FROM in_delivery)`
}

/** Keeps a query inside the invoices that are examined. */
export function inInvoices({ everything }: Extent, invoiceKey: Sql): Sql {
  return everything ? empty : sql`AND ${invoiceKey} IN (SELECT key FROM in_invoice)`
}

/**
 * Joins of whole tables are worth their memory and every processor: few rows come out of them, which the planner cannot know.
 * The settings end with the transaction.
 */
export async function preparePlanner(tx: Tx): Promise<void> {
  await tx.$executeRaw(raw("SET LOCAL work_mem = '96MB'"))
  await tx.$executeRaw(raw('SET LOCAL parallel_tuple_cost = 0.005'))
}

/**
 * Takes the notes of what changed and says what is to be examined. Comparisons take turns. A first comparison, a clock set
 * back and a changed item master examine everything. Notes that arrive meanwhile wait for the next one.
 */
export async function prepareExtent(tx: Tx, today: string, everything: boolean): Promise<Extent> {
  await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('recoup reconciliation'))`)
  await tx.$executeRaw(sql`CREATE TEMPORARY TABLE due (kind text, customer_id uuid, key text) ON COMMIT DROP`)
  await tx.$executeRaw(sql`
    WITH gone AS (DELETE FROM reconciliation_due RETURNING kind, customer_id, key)
    INSERT INTO due SELECT DISTINCT kind, customer_id, key FROM gone`)
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE trading ON COMMIT DROP AS
    SELECT c.id AS customer_id, EXISTS (SELECT 1 FROM purchase_order o WHERE o.customer_id = c.id) AS sends_orders,
      EXISTS (SELECT 1 FROM receipt r WHERE r.customer_id = c.id) AS sends_receipts FROM customer c`)
  const [past] = await selectIn<{ needed: boolean }>(
    tx,
    sql`SELECT EXISTS (SELECT 1 FROM due WHERE kind = 'everything') OR NOT EXISTS (SELECT 1 FROM reconciled_customer)
      OR EXISTS (SELECT 1 FROM reconciled_customer WHERE compared_on > ${today}::date) AS needed`,
  )
  const extent: Extent = { everything: everything || past?.needed === true, today }
  if (extent.everything) return extent
  await listWhatChanged(tx, today)
  const [listed] = await selectIn<{ some: boolean }>(
    tx,
    sql`SELECT EXISTS (SELECT 1 FROM in_order) OR EXISTS (SELECT 1 FROM in_delivery) OR EXISTS (SELECT 1 FROM in_invoice) AS some`,
  )
  return { ...extent, isEmpty: listed?.some === false }
}

/** Remembers what this comparison assumed, so that the next one notices a customer who begins to send orders or receipts. */
export async function rememberExtent(tx: Tx, today: string): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO reconciled_customer (customer_id, sends_orders, sends_receipts, compared_on)
    SELECT customer_id, sends_orders, sends_receipts, ${today}::date FROM trading
    ON CONFLICT (customer_id) DO UPDATE SET sends_orders = excluded.sends_orders, sends_receipts = excluded.sends_receipts, compared_on = excluded.compared_on`)
}

async function listWhatChanged(tx: Tx, today: string): Promise<void> {
  // Whose documents began or ceased to come is compared as a whole.
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE whole_customer ON COMMIT DROP AS
    SELECT t.customer_id FROM trading t LEFT JOIN reconciled_customer r USING (customer_id)
    WHERE (t.sends_orders, t.sends_receipts) IS DISTINCT FROM (r.sends_orders, r.sends_receipts)
      OR t.customer_id IN (SELECT customer_id FROM due WHERE kind = 'customer')`)
  await tx.$executeRaw(sql`ANALYZE due`)
  await listDeliveries(tx, today)
  await listOrders(tx, today)
  await addUnpaired(tx)
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE in_invoice ON COMMIT DROP AS
    SELECT key FROM due WHERE kind = 'invoice'
    UNION SELECT v.number_key FROM invoice v JOIN in_delivery d ON v.delivery_key = d.key
    UNION SELECT key FROM unpaired_document WHERE step = 'invoice' AND customer_id IN (SELECT customer_id FROM stirred)`)
  for (const table of ['in_order', 'in_delivery', 'in_invoice']) await tx.$executeRaw(raw(`ANALYZE ${table}`))
}

/** The day from which time alone may have changed an answer. */
const SINCE = sql`(SELECT min(compared_on) FROM reconciled_customer)`
const DELIVERY = sql`SELECT number_key AS key, customer_id, po_key FROM delivery_line`

async function listDeliveries(tx: Tx, today: string): Promise<void> {
  const counted = sql`BETWEEN ${SINCE} - ${RECEIPT_DAYS + 1}::int AND ${today}::date`
  const hasPassed = sql`${SINCE} < ${today}::date`
  const due = (kind: string) => sql`(SELECT key FROM due WHERE kind = ${kind})`
  const reached = (key: Sql) => sql`(SELECT ${key} FROM carrier_event WHERE status = 'D1' AND happened_at::date ${counted}
    UNION SELECT ${key} FROM delivery_paper WHERE signed_on ${counted})`
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE in_delivery ON COMMIT DROP AS
    ${DELIVERY} WHERE number_key IN ${due('delivery')}
    UNION ${DELIVERY} WHERE bol_key IN ${due('transport')}
    UNION ${DELIVERY} WHERE pro_key IN ${due('transport')}
    UNION ${DELIVERY} WHERE (customer_id, po_key) IN (SELECT customer_id, key FROM due WHERE kind = 'order')
    UNION ${DELIVERY} WHERE customer_id IN (SELECT customer_id FROM whole_customer)
    UNION ${DELIVERY} WHERE number_key IN (SELECT v.delivery_key FROM invoice v WHERE v.number_key IN ${due('invoice')})
    UNION SELECT key, customer_id, NULL FROM due WHERE kind = 'delivery' AND customer_id IS NOT NULL
    UNION ${DELIVERY} WHERE ${hasPassed} AND issued_on >= ${SINCE} AND issued_on < ${today}::date
    UNION ${DELIVERY} WHERE ${hasPassed} AND number_key IN ${reached(sql`delivery_key`)}
    UNION ${DELIVERY} WHERE ${hasPassed} AND pro_key IN ${reached(sql`pro_key`)}
    UNION ${DELIVERY} WHERE ${hasPassed} AND bol_key IN ${reached(sql`bol_key`)}`)
}

async function listOrders(tx: Tx, today: string): Promise<void> {
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE in_order ON COMMIT DROP AS
    SELECT customer_id, key FROM due WHERE kind = 'order'
    UNION SELECT customer_id, po_key FROM in_delivery WHERE po_key IS NOT NULL
    UNION SELECT customer_id, number_key FROM purchase_order WHERE customer_id IN (SELECT customer_id FROM whole_customer)
    UNION SELECT customer_id, po_key FROM sales_order_line WHERE po_key IS NOT NULL AND customer_id IN (SELECT customer_id FROM whole_customer)
    UNION SELECT customer_id, number_key FROM purchase_order WHERE ship_by > ${SINCE} AND ship_by <= ${today}::date
    UNION SELECT customer_id, number_key FROM purchase_order WHERE ordered_on >= ${SINCE} AND ordered_on < ${today}::date
    UNION SELECT customer_id, po_key FROM sales_order_line WHERE po_key IS NOT NULL AND requested_on > ${SINCE} AND requested_on <= ${today}::date`)
}

/** Whoever has something new has all unpaired documents tried again: any of them may find its other half now. */
async function addUnpaired(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE stirred ON COMMIT DROP AS
    SELECT customer_id FROM due WHERE customer_id IS NOT NULL UNION SELECT customer_id FROM in_order UNION SELECT customer_id FROM in_delivery`)
  const unpaired = sql`SELECT customer_id, key FROM unpaired_document WHERE customer_id IN (SELECT customer_id FROM stirred)`
  await tx.$executeRaw(sql`
    INSERT INTO in_delivery (key, customer_id, po_key)
    ${DELIVERY} WHERE (customer_id, po_key) IN (${unpaired} AND step = 'receipt')
    UNION ${DELIVERY} WHERE number_key IN (SELECT v.delivery_key FROM (${unpaired} AND step = 'invoice') u JOIN invoice v ON v.number_key = u.key)
    UNION SELECT key, customer_id, NULL FROM (${unpaired} AND step = 'ship-notice') u`)
  await tx.$executeRaw(sql`INSERT INTO in_order (customer_id, key) ${unpaired} AND step IN ('order', 'receipt')`)
}
