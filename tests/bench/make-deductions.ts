import type { PoolClient } from 'pg'
import { asBench } from './with-database'

const CUSTOMERS = 120
const OWNERS = 12

// Years of settled deductions and some months of open ones, a few customers large, amounts mostly small; the same for the same number.
const DEDUCTIONS = `
  INSERT INTO deduction (customer_id, claim_number, claim_key, invoice_number, invoice_key, po_number, po_key, taken_on, amount_minor, open_minor, currency,
    category, reason_code, state, owner_id, verdict, recoverable_minor, confidence_ppm, deadline_on, evidence_have, evidence_need, next_action, root_cause)
  SELECT c.id, 'CL-' || n, 'CL' || n, 'RE' || 7 * n, 'RE' || 7 * n, 'PO' || n / 3, 'PO' || n / 3, r.taken_on, r.amount, CASE WHEN r.is_open THEN r.amount ELSE 0 END, c.currency,
    r.category, (22 + length(r.category))::text, CASE WHEN r.is_open THEN (ARRAY['new', 'new', 'collecting', 'ready', 'submitted'])[1 + (r.a * 5)::int % 5] ELSE 'closed' END,
    -- Two people share a customer.
    CASE WHEN r.b < 0.9 THEN ('00000000-0000-7000-8000-0000000' || 10000 + (r.customer_no + (2 * r.c)::int) % $3::int)::uuid END,
    r.verdict, CASE r.verdict WHEN 'invalid' THEN r.amount WHEN 'partly' THEN r.amount / 2 ELSE 0 END, (r.c * 1000000)::int,
    CASE WHEN r.b < 0.97 THEN r.taken_on + 30 + (r.c * 60)::int END, (r.a * 4)::int, 3, 'build-package',
    CASE WHEN r.a < 0.6 THEN 'cause-' || length(r.category) END
  FROM (SELECT n, n > $1::int * 0.88 AND random() < 0.9 AS is_open, date '2021-12-01' + (1820.0 * n / $1::int)::int AS taken_on,
      (500 + 40000 / (0.02 + random()))::bigint AS amount,
      (ARRAY['shortage', 'shortage', 'shortage', 'price', 'price', 'returns', 'compliance', 'compliance', 'freight', 'promotion', 'damage', 'tax'])[1 + (random() * 12)::int % 12] AS category,
      (ARRAY['invalid', 'invalid', 'valid', 'valid', 'partly', 'undecided'])[1 + (random() * 6)::int % 6] AS verdict,
      1 + floor($2::int * random() ^ 2)::int AS customer_no, random() AS a, random() AS b, random() AS c
    FROM generate_series(1, $1::int) n) r
  JOIN customer c ON c.code = 'BENCH' || least(r.customer_no, $2::int)`

const DISPUTES = `
  INSERT INTO dispute (deduction_id, customer_id, amount_minor, currency, state, submitted_on, answered_on, outcome, won_minor, lost_minor)
  SELECT d.id, d.customer_id, d.amount_minor, d.currency, 'answered', d.taken_on + 20, d.taken_on + 50,
    CASE WHEN d.number % 3 = 0 THEN 'lost' ELSE 'won' END, CASE WHEN d.number % 3 = 0 THEN 0 ELSE d.amount_minor END,
    CASE WHEN d.number % 3 = 0 THEN d.amount_minor ELSE 0 END
  FROM deduction d WHERE d.state = 'closed' AND d.verdict = 'invalid' AND d.number % 2 = 0 ON CONFLICT DO NOTHING`

const NUMBERS = `
  INSERT INTO deduction_number (deduction_id, kind, key, customer_id)
  SELECT d.id, n.kind, n.key, d.customer_id FROM deduction d
  CROSS JOIN LATERAL (VALUES ('claim', d.claim_key), ('invoice', d.invoice_key), ('po', d.po_key)) AS n(kind, key) WHERE n.key <> '' ON CONFLICT DO NOTHING`

const TASKS = `
  INSERT INTO task (kind, title, team, state, subject_kind, subject_id, customer_id)
  SELECT 'evidence', 'Proof of delivery', 'logistics', 'open', 'deduction', d.id, d.customer_id FROM deduction d
  WHERE d.state = 'collecting' AND d.number % 10 = 0`

/** Invented deductions of invented customers, with disputes and requests, loaded past the triggers, which would take hours; without numbers nothing is found by search. */
export async function makeDeductions(deductions: number, { withNumbers = true } = {}): Promise<void> {
  await asBench(async (client) => {
    // Ten million take longer on a busy machine than any statement of the application may.
    await client.query(`SET session_replication_role = replica; SET statement_timeout = 0`)
    await client.query(`SELECT setseed(0.5)`)
    await client.query(
      `INSERT INTO customer (code, name, company_code, currency, net_days)
       SELECT 'BENCH' || n, 'Customer ' || n, 'US01', (ARRAY['USD', 'USD', 'USD', 'EUR', 'CNY'])[1 + n % 5], 30 FROM generate_series(1, $1::int) n`,
      [CUSTOMERS],
    )
    await client.query(
      `INSERT INTO app_user (id, email, name) SELECT ('00000000-0000-7000-8000-0000000' || 10000 + n)::uuid, 'u' || n || '@bench.example', 'User ' || n
       FROM generate_series(0, $1::int - 1) n`,
      [OWNERS],
    )
    await withoutIndexes(client, 'deduction', () => client.query(DEDUCTIONS, [deductions, CUSTOMERS, OWNERS]))
    await client.query(DISPUTES)
    if (withNumbers) await withoutIndexes(client, 'deduction_number', () => client.query(NUMBERS))
    await client.query(TASKS)
    await client.query(`SELECT deduction_tally_rebuild()`)
    await client.query('DELETE FROM win_count')
    await client.query(`INSERT INTO win_count (customer_id, category, is_complete, cases, won_ppb)
      SELECT customer_id, category, is_complete, cases, won_ppb FROM win_count_due`)
    await client.query(`SET session_replication_role = origin`)
    await client.query('VACUUM ANALYZE')
  })
}

/** Loads a table without its indexes and builds them over what is there, which is faster than keeping them row by row. */
export async function withoutIndexes(client: PoolClient, table: string, load: () => Promise<unknown>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = $1 AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
    [table],
  )
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`)
  await load()
  await client.query(`SET maintenance_work_mem = '512MB'`)
  for (const { definition } of rows) await client.query(definition)
}
