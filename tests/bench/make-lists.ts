import { makeDeductions, withoutIndexes } from './make-deductions'
import { asBench } from './with-database'

const CUSTOMERS = 120
const BATCH = `'00000000-0000-7000-8000-0000000000aa'::uuid`

// Numbers fall to customers by their hash: some have many, none has all of a range.
const OF_CUSTOMER = `JOIN customer c ON c.code = 'BENCH' || (1 + floor(${CUSTOMERS} * ((hashint4(n) & 1023) / 1024.0) ^ 2)::int)`

// Every seventh invoice may have a deduction, and then belongs to its customer.
const INVOICES = `
  INSERT INTO invoice (customer_id, number, number_key, invoiced_on, currency, po_number, po_key, delivery_key, net_minor, fingerprint, batch_id, position)
  SELECT coalesce(d.customer_id, c.id), 'RE' || n, 'RE' || n, date '2024-01-01' + (1060.0 * n / $1::int)::int, coalesce(d.currency, c.currency),
    'PO' || n, 'PO' || n, '80' || n, (500 + 400000 / (0.02 + random()))::bigint, 'f' || n, ${BATCH}, '1'
  FROM generate_series(1, $1::int) n ${OF_CUSTOMER} LEFT JOIN deduction d ON n % 7 = 0 AND d.invoice_key = 'RE' || n`
const INVOICE_LINES = `
  INSERT INTO invoice_line (invoice_id, customer_id, line, material, quantity, unit, price_micros, allowance_minor, net_minor, batch_id, position)
  SELECT v.id, v.customer_id, k::text, 'M' || k, 10, 'EA', 9990000, 0, v.net_minor / 2, v.batch_id, '1' FROM invoice v CROSS JOIN generate_series(1, 2) k`
const SENT_INVOICES = `
  INSERT INTO sent_invoice (customer_id, number, number_key, invoiced_on, currency, total_minor, net_days, group_control, set_control, fingerprint, batch_id, position)
  SELECT v.customer_id, v.number, v.number_key, v.invoiced_on, v.currency, v.net_minor, 30, 'G' || substr(v.number_key, 3)::int / 20, lpad((substr(v.number_key, 3)::int % 20)::text, 4, '0'), v.fingerprint, v.batch_id, '1'
  FROM invoice v`
const ANSWERS = `
  INSERT INTO acknowledgement (customer_id, source, code, set_id, number_key, group_control, set_control, outcome, acknowledged_at, fingerprint, batch_id, position)
  SELECT v.customer_id, '997', 'A', '810', NULL, s.group_control, s.set_control, (ARRAY['accepted', 'accepted', 'accepted', 'with-errors', 'rejected'])[1 + abs(hashtext(v.number_key)) % 5],
    v.invoiced_on::timestamptz, v.fingerprint, v.batch_id, '1'
  FROM invoice v JOIN sent_invoice s ON s.customer_id = v.customer_id AND s.number_key = v.number_key WHERE abs(hashtext(v.number)) % 10 < 8`
const PAYMENTS = `
  INSERT INTO remittance (customer_id, account_key, number, number_key, paid_on, currency, total_minor, computed_minor, method, source, fingerprint, batch_id, position)
  SELECT v.customer_id, 'A1', 'CK' || n, 'CK' || n, v.invoiced_on + 45, v.currency, v.net_minor, v.net_minor + CASE WHEN n % 50 = 0 THEN 100 ELSE 0 END, 'ACH',
    (ARRAY['820', '820', 'remadv', 'bank', 'lockbox'])[1 + n % 5], 'p' || n, ${BATCH}, '1'
  FROM generate_series(1, $1::int) n JOIN invoice v ON v.number_key = 'RE' || n`
const PAYMENT_LINES = `
  INSERT INTO remittance_line (remittance_id, customer_id, line_no, kind, reference, reference_key, paid_minor, deducted_minor, discount_minor, position)
  SELECT r.id, r.customer_id, k, 'invoice', 'RE', CASE WHEN k = 1 AND hashtext(r.number_key) % 7 <> 0 THEN 'RE' || substr(r.number_key, 3) ELSE 'OLD' || substr(r.number_key, 3) END,
    r.total_minor / 2, CASE WHEN k = 1 AND abs(hashtext(r.number)) % 9 = 0 THEN r.total_minor / 10 ELSE 0 END, r.total_minor / 100, '1'
  FROM remittance r CROSS JOIN generate_series(1, 2) k`
const ORDERS = `
  INSERT INTO purchase_order (customer_id, number, number_key, ordered_on, ship_by, currency, source, fingerprint, batch_id, position)
  SELECT c.id, 'PO' || n, 'PO' || n, date '2024-01-01' + (1060.0 * n / $1::int)::int, date '2024-01-12' + (1060.0 * n / $1::int)::int, c.currency, '850', 'f' || n, ${BATCH}, '1'
  FROM generate_series(1, $1::int) n ${OF_CUSTOMER}`
const ORDER_LINES = `
  INSERT INTO purchase_order_line (purchase_order_id, customer_id, line, quantity, unit, price_micros, position)
  SELECT o.id, o.customer_id, k::text, 1 + abs(hashtext(o.number)) % 90, 'EA', 9990000, '1' FROM purchase_order o CROSS JOIN generate_series(1, 3) k`
// Every tenth order has something undecided, every second one had once.
const EXCEPTIONS = `
  INSERT INTO order_exception (customer_id, purchase_order_id, po_number, po_key, line, kind, field, expected, actual, at_stake_minor, currency, state)
  SELECT o.customer_id, o.id, o.number, o.number_key, k::text, (ARRAY['price', 'quantity', 'terms'])[k], 'price', '9.99', '10.99', abs(hashtext(o.number || k)) % 500000, o.currency,
    CASE WHEN abs(hashtext(o.number)) % 10 > 0 THEN 'resolved' WHEN abs(hashtext(o.number)) % 40 = 0 THEN 'held' ELSE 'open' END
  FROM purchase_order o CROSS JOIN generate_series(1, 2) k WHERE hashtext(o.number) % 2 = 0`
const DELIVERIES = `
  INSERT INTO delivery_line (customer_id, number, number_key, line, po_number, po_key, issued_on, quantity, unit, material, fingerprint, batch_id, position)
  SELECT o.customer_id, '80' || o.number, '80' || o.number, '10', o.number, o.number_key, o.ship_by, 10, 'EA', 'M1', o.fingerprint, o.batch_id, '1'
  FROM purchase_order o WHERE abs(hashtext(o.number)) % 20 > 0`
const DIFFERENCES = `
  INSERT INTO difference (identity, customer_id, kind, po_number, po_key, line, field, sap_value, other_value, other_source, severity_minor, currency, owner_team, state, due_on, first_seen_at)
  SELECT 'd' || n, c.id, (ARRAY['order-quantity', 'received-quantity', 'order-price', 'missing-sales-order', 'order-date'])[1 + n % 5], 'PO' || n, 'PO' || n, '1', 'quantity', '10', '12', (ARRAY['order', 'asn', 'receipt'])[1 + n % 3],
    (500 + 40000 / (0.02 + random()))::bigint, c.currency, (ARRAY['order-management', 'logistics', 'finance'])[1 + n % 3],
    (ARRAY['open', 'open', 'asked', 'accepted', 'resolved', 'resolved', 'resolved', 'resolved'])[1 + n % 8], current_date + n % 60 - 20, now() - n * interval '1 minute'
  FROM generate_series(1, $1::int) n ${OF_CUSTOMER}`
// One dispute of each deduction: most are closed, some wait for their answer.
const DISPUTES = `
  INSERT INTO dispute (deduction_id, customer_id, amount_minor, currency, state, submitted_on, answer_due_on, follow_up_on, answered_on, outcome, won_minor, lost_minor, portal_reference)
  SELECT d.id, d.customer_id, d.amount_minor, d.currency, s.state, d.taken_on + 20, d.taken_on + 65, CASE WHEN s.state = 'answered' THEN current_date + d.number % 30 - 10 END,
    CASE WHEN s.state <> 'submitted' THEN d.taken_on + 50 END, CASE WHEN s.state <> 'submitted' THEN (ARRAY['won', 'partly', 'lost'])[1 + d.number % 3] END,
    CASE WHEN s.state <> 'submitted' AND d.number % 3 = 0 THEN d.amount_minor ELSE 0 END, 0, 'REF' || d.number
  FROM deduction d CROSS JOIN LATERAL (SELECT CASE WHEN d.number % 10 = 0 THEN 'submitted' WHEN d.number % 10 = 1 THEN 'answered' ELSE 'closed' END AS state) s`
const TASKS = `
  INSERT INTO task (kind, title, team, state, subject_kind, subject_id, customer_id, due_at, created_at)
  SELECT 'evidence', 'Proof of delivery ' || d.number, (ARRAY['logistics', 'sales', 'finance', 'warehouse'])[1 + d.number % 4], CASE WHEN d.number % 8 = 0 THEN 'open' ELSE 'closed' END,
    'deduction', d.id, d.customer_id, now() + (d.number % 60 - 20) * interval '1 day', now() - d.number * interval '1 minute'
  FROM deduction d`

/** So many rows of every list that is made of its definition, of invented customers, loaded past the triggers. */
export async function makeLists(rows: number): Promise<void> {
  await makeDeductions(rows)
  await asBench(async (client) => {
    const load = (table: string, text: string) => withoutIndexes(client, table, () => client.query(text, text.includes('$1') ? [rows] : []))
    await client.query(`SET session_replication_role = replica`)
    await client.query(`SELECT setseed(0.5)`)
    await client.query('DELETE FROM dispute')
    await client.query('DELETE FROM task')
    await load('invoice', INVOICES)
    await client.query('ANALYZE invoice')
    await load('invoice_line', INVOICE_LINES)
    await load('sent_invoice', SENT_INVOICES)
    await load('acknowledgement', ANSWERS)
    await load('remittance', PAYMENTS)
    await load('remittance_line', PAYMENT_LINES)
    await load('purchase_order', ORDERS)
    await load('purchase_order_line', ORDER_LINES)
    await load('order_exception', EXCEPTIONS)
    await load('delivery_line', DELIVERIES)
    await load('difference', DIFFERENCES)
    await load('dispute', DISPUTES)
    await load('task', TASKS)
    await client.query(`SET session_replication_role = origin`)
    await client.query('VACUUM ANALYZE')
  })
}
