import { type Sql, sql } from '@/server/db/client'

/**
 * Verdicts that proved right or wrong, as a list of WITH entries that ends in `judged` (stated_ppm, share): the customer's answer
 * counts before a colleague's decision: of an answered dispute the share that was won, of a decided one whether the verdict was agreed with.
 */
export function judgedCases(which: Sql): Sql {
  return sql`answered AS (
      SELECT z.deduction_id, z.won_minor::numeric / (z.won_minor + z.lost_minor) AS share
      FROM dispute z WHERE z.outcome IN ('won', 'lost', 'partly') AND z.won_minor + z.lost_minor > 0
    ), judged AS (
      SELECT d.confidence_ppm AS stated_ppm, coalesce(a.share, (d.decided_verdict = d.verdict)::int) AS share
      FROM deduction d LEFT JOIN answered a ON a.deduction_id = d.id
      WHERE d.verdict IN ('invalid', 'partly', 'duplicate') AND (a.deduction_id IS NOT NULL OR d.decided_verdict IS NOT NULL) AND ${which}
    )`
}
