import type { CalendarDate } from '@/core/calendar-date'
import { join, type Sql, sql } from '@/server/db/client'
import {
  FILING_MINUTES,
  HOUR_COST_MINOR,
  HOUR_COST_MINOR_OTHERWISE,
  PAPER_MINUTES,
  URGENCY_PPM_OTHERWISE,
  URGENCY_STEPS,
} from '../rules/priority'
import { AT_RISK } from './deduction-terms'
import { IS_COMPLETE, WIN_RATES_JOIN } from './win-rates-sql'

const MINUTES: Sql = sql`(${FILING_MINUTES}::int + ${PAPER_MINUTES}::int * greatest(d.evidence_need - d.evidence_have, 0))`

const HOUR_COST: Sql = sql`(CASE d.currency ${join(
  Object.entries(HOUR_COST_MINOR).map(([currency, minor]) => sql`WHEN ${currency}::text THEN ${minor}::int`),
  ' ',
)} ELSE ${HOUR_COST_MINOR_OTHERWISE}::int END)`

function urgency(today: CalendarDate, value: (step: (typeof URGENCY_STEPS)[number]) => Sql, later: Sql, none: Sql): Sql {
  const steps = URGENCY_STEPS.map((step) => sql`WHEN d.deadline_on - ${today}::date <= ${step.daysLeftMax}::int THEN ${value(step)}`)
  return sql`(CASE WHEN d.deadline_on IS NULL THEN ${none} ${join(steps, ' ')} ELSE ${later} END)`
}

/**
 * The rank of a `deduction d` with everything it is made of: `p.rank_minor` = at risk × win rate × urgency − effort in its own
 * currency, and `p.sort_value`, the same in millionths of an hour's cost, so that currencies can be compared. Nothing is at stake
 * where a claim is valid, closed, or lies with the customer: there is nothing to do, and the rank is 0.
 */
export function priorityJoin(today: CalendarDate): Sql {
  return sql`${WIN_RATES_JOIN}
    CROSS JOIN LATERAL (SELECT CASE WHEN d.state IN ('submitted', 'closed') THEN 0 ELSE ${AT_RISK} END AS stake_minor,
      CASE WHEN ${IS_COMPLETE} THEN w.complete_ppm ELSE w.lacking_ppm END AS rate_ppm,
      CASE WHEN ${IS_COMPLETE} THEN w.complete_cases ELSE w.lacking_cases END AS cases,
      ${urgency(
        today,
        (step) => sql`${step.ppm}::int`,
        sql`${URGENCY_PPM_OTHERWISE}::int`,
        sql`${URGENCY_PPM_OTHERWISE}::int`,
      )} AS urgency_ppm,
      ${urgency(today, (step) => sql`${step.urgency}::text`, sql`'later'`, sql`'none'`)} AS urgency, ${MINUTES} AS minutes, ${HOUR_COST} AS hour_minor) f
    CROSS JOIN LATERAL (SELECT CASE WHEN f.stake_minor = 0 THEN 0 ELSE (f.minutes * f.hour_minor + 30) / 60 END::bigint AS effort_minor) e
    CROSS JOIN LATERAL (SELECT round(f.stake_minor * (f.rate_ppm::bigint * f.urgency_ppm)::numeric / 1000000000000)::bigint - e.effort_minor AS rank_minor) r
    CROSS JOIN LATERAL (SELECT r.rank_minor, round(r.rank_minor * 1000000.0 / f.hour_minor)::bigint AS sort_value) p`
}
