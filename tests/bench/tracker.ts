import { systemActor } from '@/core/actor'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { TrackerFilter } from '@/features/deductions/schemas'
import { pool } from '@/server/db/client'
import type { BenchRow } from './bench-row'
import { makeDeductions } from './make-deductions'
import { medianMs, memoryMb, rounded, withDatabase } from './with-database'

const DEDUCTIONS = 100_000
const GOAL = 3

const BARE = [
  `SELECT d.id, d.number, d.claim_number, c.name, d.amount_minor, d.deadline_on FROM deduction d JOIN customer c ON c.id = d.customer_id
   WHERE d.category = 'shortage' ORDER BY d.deadline_on, d.number LIMIT 101`,
  `SELECT currency, count(*), sum(amount_minor), sum(open_minor), sum(recoverable_minor) FROM deduction WHERE category = 'shortage' GROUP BY currency`,
]

/** First page of the tracker with filter, sort, total count and sums, beside the bare SQL of the same page, count and sums. */
export async function benchTracker(): Promise<BenchRow[]> {
  return withDatabase(async () => {
    await makeDeductions(DEDUCTIONS)
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
