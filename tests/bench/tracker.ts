import { systemActor } from '@/core/actor'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { TrackerFilter } from '@/features/deductions/schemas'
import { pool } from '@/server/db/client'
import type { BenchRow } from './bench-row'
import { medianMs, memoryMb, rounded, withDatabase } from './with-database'

const DEDUCTIONS = 100_000
const CUSTOMERS = 40
const GOAL = 3

const BARE = [
  `SELECT d.id, d.number, d.claim_number, c.name, d.amount_minor, d.deadline_on FROM deduction d JOIN customer c ON c.id = d.customer_id
   WHERE d.category = 'shortage' ORDER BY d.deadline_on, d.number LIMIT 101`,
  `SELECT currency, count(*), sum(amount_minor), sum(open_minor), sum(recoverable_minor) FROM deduction WHERE category = 'shortage' GROUP BY currency`,
]

/** First page of the tracker with filter, sort, total count and sums, beside the bare SQL of the same page, count and sums. */
export async function benchTracker(): Promise<BenchRow[]> {
  return withDatabase(async () => {
    await makeDeductions()
    const actor = systemActor('bench')
    const filter = TrackerFilter.parse({ category: 'shortage', sort: 'deadline' })
    const ours = await medianMs(9, () => findDeductions(actor, filter))
    const floor = await medianMs(9, () => Promise.all(BARE.map((text) => pool().query(text))))
    const ratio = rounded(ours / floor)
    return [
      {
        name: `Tracker, first page of ${DEDUCTIONS.toLocaleString('en')} deductions with filter, sort, count and sums`,
        ours: `${rounded(ours)} ms`,
        peers: { 'bare SQL': `${rounded(floor)} ms` },
        ratios: { 'bare SQL': ratio },
        goal: `at most ${GOAL} × the bare SQL`,
        met: ratio <= GOAL,
        memoryMb: memoryMb(),
      },
    ]
  })
}

async function makeDeductions(): Promise<void> {
  const client = await pool().connect()
  try {
    await client.query(`SELECT set_config('recoup.actor', '{"kind":"job","id":"bench","name":"bench"}', false), set_config('recoup.operation', gen_random_uuid()::text, false),
      set_config('recoup.event', 'bench.prepared', false)`)
    await client.query(
      `INSERT INTO customer (code, name, company_code, currency, net_days) SELECT 'C' || n, 'Customer ' || n, 'US01', 'USD', 30 FROM generate_series(1, $1::int) n`,
      [CUSTOMERS],
    )
    await client.query(
      `INSERT INTO deduction (customer_id, claim_number, claim_key, taken_on, amount_minor, open_minor, currency, category, reason_code, verdict, recoverable_minor, deadline_on, evidence_need)
       SELECT c.id, 'CL-' || n, 'CL' || n, date '2026-01-01' + n % 300, 1000 + n, 1000 + n, 'USD', (ARRAY['shortage', 'price', 'returns', 'compliance', 'freight'])[1 + n % 5], '22',
         (ARRAY['valid', 'invalid', 'undecided'])[1 + n % 3], CASE WHEN n % 3 = 1 THEN 1000 + n ELSE 0 END, date '2026-06-01' + n % 400, 5
       FROM generate_series(1, $1::int) n JOIN customer c ON c.code = 'C' || (1 + n % $2::int)`,
      [DEDUCTIONS, CUSTOMERS],
    )
    await client.query('ANALYZE')
  } finally {
    client.release()
  }
}
