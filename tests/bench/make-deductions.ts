import { asBench } from './with-database'

const CUSTOMERS = 40

/** Invented deductions of invented customers. */
export async function makeDeductions(deductions: number): Promise<void> {
  await asBench(async (client) => {
    await client.query(
      `INSERT INTO customer (code, name, company_code, currency, net_days) SELECT 'C' || n, 'Customer ' || n, 'US01', 'USD', 30 FROM generate_series(1, $1::int) n`,
      [CUSTOMERS],
    )
    await client.query(
      `INSERT INTO deduction (customer_id, claim_number, claim_key, taken_on, amount_minor, open_minor, currency, category, reason_code, verdict, recoverable_minor, deadline_on, evidence_need)
       SELECT c.id, 'CL-' || n, 'CL' || n, date '2026-01-01' + n % 300, 1000 + n, 1000 + n, 'USD', (ARRAY['shortage', 'price', 'returns', 'compliance', 'freight'])[1 + n % 5], '22',
         (ARRAY['valid', 'invalid', 'undecided'])[1 + n % 3], CASE WHEN n % 3 = 1 THEN 1000 + n ELSE 0 END, date '2026-06-01' + n % 400, 5
       FROM generate_series(1, $1::int) n JOIN customer c ON c.code = 'C' || (1 + n % $2::int)`,
      [deductions, CUSTOMERS],
    )
    await client.query('ANALYZE')
  })
}
