import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { judgedCases } from './outcome-sql'

/** Verdicts that stated a confidence within one tenth: what they stated on average, and how often they proved right. Parts per million. */
export type CalibrationRow = { tenth: number; cases: number; statedPpm: number; rightPpm: number }

/** Whether "97 % sure" is right in 97 of 100: decided and answered verdicts of the actor's customers by what they stated, the surest first. */
export async function findCalibration(actor: Actor): Promise<CalibrationRow[]> {
  return select<CalibrationRow>(sql`
    WITH ${judgedCases(sql`d.confidence_ppm IS NOT NULL AND ${scopeOf(actor, sql`d.customer_id`)}`)}
    SELECT least(j.stated_ppm / 100000, 9)::int AS tenth, count(*)::int AS cases, round(avg(j.stated_ppm))::int AS "statedPpm",
      round(1000000 * avg(j.share))::int AS "rightPpm"
    FROM judged j GROUP BY 1 ORDER BY 1 DESC`)
}
