import { asBench } from './with-database'

const CUSTOMERS = 40
const ITEMS = 200

/**
 * Invented deductions with the records that judges read: an order, a delivery, an invoice and a payment line each, receipts for two
 * thirds of them, claims for half. Shortages, prices and cash discounts in equal parts.
 */
export async function makeClaims(claims: number): Promise<void> {
  await asBench(async (client) => {
    const run = (text: string) => client.query(text.replaceAll('$CLAIMS', String(claims)))
    await run(`INSERT INTO customer (code, name, company_code, currency, net_days, freight_terms)
      SELECT 'C' || n, 'Customer ' || n, 'US01', 'USD', 30, CASE WHEN n % 2 = 0 THEN 'prepaid' ELSE 'collect' END FROM generate_series(1, ${CUSTOMERS}) n`)
    await run(
      `INSERT INTO item (material, material_key, description, case_pack) SELECT 'M' || n, 'M' || n, 'Item ' || n, 6 FROM generate_series(1, ${ITEMS}) n`,
    )
    await run(
      `INSERT INTO stored_file (sha256, bytes, media_type, storage_key) VALUES (repeat('a', 64), 1, 'text/csv', 'aa/' || repeat('a', 64))`,
    )
    await run(
      `INSERT INTO import_batch (file_id, file_name, sha256, bytes, format, kind, way) SELECT id, 'bench', sha256, 1, 'csv', 'bench', 'cli' FROM stored_file`,
    )
    await run(`INSERT INTO dispute_window (customer_id, category, days, anchor) SELECT id, 'default', 90, 'payment' FROM customer`)
    await run(`INSERT INTO price_condition (customer_id, account_key, item_id, valid_from, valid_to, price_micros, currency)
      SELECT c.id, '1', i.id, '2026-01-01', '2026-12-31', 20900000, 'USD' FROM customer c CROSS JOIN item i`)
    await run(`CREATE TEMP TABLE one AS SELECT n, c.id AS customer_id, i.id AS item_id, b.id AS batch_id, (n * 7 % ${ITEMS})::int AS m
      FROM generate_series(1, $CLAIMS) n JOIN customer c ON c.code = 'C' || (1 + n % ${CUSTOMERS}) JOIN item i ON i.material = 'M' || (1 + n * 7 % ${ITEMS})
      CROSS JOIN import_batch b`)
    await run(`INSERT INTO purchase_order (customer_id, number, number_key, ordered_on, currency, net_days, source, fingerprint, batch_id, position)
      SELECT customer_id, 'P' || n, 'P' || n, date '2026-01-01' + (n % 200)::int, 'USD', 30, 'x12', 'f', batch_id, 'row ' || n FROM one`)
    await run(`INSERT INTO purchase_order_line (purchase_order_id, line, customer_id, item_id, quantity, unit, price_micros, position)
      SELECT p.id, '1', o.customer_id, o.item_id, 120, 'EA', 20900000, 'row' FROM one o JOIN purchase_order p ON p.customer_id = o.customer_id AND p.number_key = 'P' || o.n`)
    await run(`INSERT INTO delivery_line (customer_id, number, number_key, line, po_number, po_key, item_id, material, quantity, unit, bol, bol_key, issue_status, issued_on, fingerprint, batch_id, position)
      SELECT customer_id, 'D' || n, 'D' || n, '10', 'P' || n, 'P' || n, item_id, 'M', 120, 'EA', 'B' || n, 'B' || n, 'C', date '2026-01-05' + (n % 200)::int, 'f', batch_id, 'row ' || n FROM one`)
    await run(`INSERT INTO invoice (customer_id, number, number_key, invoiced_on, currency, po_number, po_key, delivery_key, net_minor, fingerprint, batch_id, position)
      SELECT customer_id, 'I' || n, 'I' || n, date '2026-01-06' + (n % 200)::int, 'USD', 'P' || n, 'P' || n, 'D' || n, 250800, 'f', batch_id, 'row ' || n FROM one`)
    await run(`INSERT INTO invoice_line (invoice_id, customer_id, line, item_id, material, quantity, unit, price_micros, allowance_minor, net_minor, batch_id, position)
      SELECT v.id, v.customer_id, '10', o.item_id, 'M', 120, 'EA', 20900000, 0, 250800, o.batch_id, 'row ' || o.n FROM one o JOIN invoice v ON v.customer_id = o.customer_id AND v.number_key = 'I' || o.n`)
    await run(`INSERT INTO deduction (customer_id, claim_number, claim_key, payment_number, payment_key, taken_on, amount_minor, open_minor, currency, category, reason_code,
        invoice_number, invoice_key, po_number, po_key, delivery_key, item_id, quantity, missing)
      SELECT customer_id, 'K' || n, 'K' || n, 'Z' || n / 50, 'Z' || n / 50, date '2026-02-20' + (n % 200)::int, 12540, 12540, 'USD',
        (ARRAY['shortage', 'price', 'cash-discount'])[1 + n % 3], '22', 'I' || n, 'I' || n, 'P' || n, 'P' || n, 'D' || n, item_id, 6, '{}' FROM one`)
    await run('DROP TABLE one')
    await run('ANALYZE')
  })
}
