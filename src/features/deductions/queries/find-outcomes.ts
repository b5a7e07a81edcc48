import { select, sql } from '@/server/db/client'
import type { Outcomes } from '../rules/calibrate'

/**
 * How often verdicts with this reason were right, over all customers. The customer's answer counts before a colleague's decision: of an
 * answered dispute the share that was won, of a decided one whether the verdict was agreed with.
 */
export async function findOutcomes(because: string): Promise<Outcomes> {
  const [row] = await select<Outcomes>(sql`
    WITH answered AS (
      SELECT z.deduction_id, z.won_minor::numeric / (z.won_minor + z.lost_minor) AS right
      FROM dispute z WHERE z.outcome IN ('won', 'lost', 'partly') AND z.won_minor + z.lost_minor > 0
    ), judged AS (
      SELECT a.right FROM answered a JOIN deduction d ON d.id = a.deduction_id
      WHERE d.because = ${because} AND d.verdict IN ('invalid', 'partly', 'duplicate')
      UNION ALL
      SELECT (d.decided_verdict = d.verdict)::int FROM deduction d WHERE d.because = ${because} AND d.decided_verdict IS NOT NULL
        AND d.verdict IN ('invalid', 'partly', 'duplicate') AND NOT EXISTS (SELECT 1 FROM answered a WHERE a.deduction_id = d.id)
    )
    SELECT count(*)::int AS cases, round(coalesce(sum(j.right), 0), 6)::double precision AS right FROM judged j`)
  return row ?? { cases: 0, right: 0 }
}
