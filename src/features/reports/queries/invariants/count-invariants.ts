import { sql } from '@/server/db/client'
import type { Invariant } from './invariant'

/** What is counted beside the records, so that lists need not count, says what the records say. */
export const COUNT_INVARIANTS: readonly Invariant[] = [
  {
    id: 'tally-is-of-its-deductions',
    name: 'Counts and sums of the tracker are those of the deductions',
    violations: sql`SELECT f.what FROM deduction_tally_faults() AS f(what)`,
  },
  {
    id: 'win-counts-are-of-the-answers',
    name: 'What win rates are reckoned from are the answered disputes',
    violations: sql`SELECT concat_ws(' ', customer_id, category) AS what FROM win_count w FULL JOIN win_count_due n USING (customer_id, category, is_complete)
      WHERE (w.cases, w.won_ppb) IS DISTINCT FROM (n.cases, n.won_ppb)`,
  },
]
