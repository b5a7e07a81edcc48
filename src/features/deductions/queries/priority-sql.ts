import { addDays, type CalendarDate } from '@/core/calendar-date'
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

/** Minutes of work that a `deduction d` still takes. */
export const MINUTES: Sql = sql`(${FILING_MINUTES}::int + ${PAPER_MINUTES}::int * greatest(d.evidence_need - d.evidence_have, 0))`

/** What an hour of work costs in the currency of a `deduction d`. */
export const HOUR_COST: Sql = sql`(CASE d.currency ${join(
  Object.entries(HOUR_COST_MINOR).map(([currency, minor]) => sql`WHEN ${currency}::text THEN ${minor}::int`),
  ' ',
)} ELSE ${HOUR_COST_MINOR_OTHERWISE}::int END)`

function urgency(today: CalendarDate, value: (step: (typeof URGENCY_STEPS)[number]) => Sql, later: Sql, none: Sql): Sql {
  const steps = URGENCY_STEPS.map((step) => sql`WHEN d.deadline_on <= ${addDays(today, step.daysLeftMax)}::date THEN ${value(step)}`)
  return sql`(CASE WHEN d.deadline_on IS NULL THEN ${none} ${join(steps, ' ')} ELSE ${later} END)`
}

const STAKE: Sql = sql`CASE WHEN d.state IN ('submitted', 'closed') THEN 0 ELSE ${AT_RISK} END`
const EFFORT: Sql = sql`CASE WHEN f.stake_minor = 0 THEN 0 ELSE (f.minutes::bigint * f.hour_minor + 30) / 60 END::bigint`

/**
 * The rank of a `deduction d` with everything it is made of: `r.rank_minor` = at risk × win rate × urgency − effort in its own
 * currency. Nothing is at stake where a claim is valid, closed, or lies with the customer: there is nothing to do, and the rank is 0.
 */
export function priorityJoin(today: CalendarDate): Sql {
  const otherwise = sql`${URGENCY_PPM_OTHERWISE}::int`
  return sql`${WIN_RATES_JOIN}
    CROSS JOIN LATERAL (SELECT ${STAKE} AS stake_minor,
      CASE WHEN ${IS_COMPLETE} THEN w.complete_ppm ELSE w.lacking_ppm END AS rate_ppm,
      CASE WHEN ${IS_COMPLETE} THEN w.complete_cases ELSE w.lacking_cases END AS cases,
      ${urgency(today, (step) => sql`${step.ppm}::int`, otherwise, otherwise)} AS urgency_ppm,
      ${urgency(today, (step) => sql`${step.urgency}::text`, sql`'later'`, sql`'none'`)} AS urgency, ${MINUTES} AS minutes, ${HOUR_COST} AS hour_minor) f
    CROSS JOIN LATERAL (SELECT ${EFFORT} AS effort_minor) e
    CROSS JOIN LATERAL (SELECT round(f.stake_minor * (f.rate_ppm::bigint * f.urgency_ppm)::numeric / 1000000000000)::bigint - e.effort_minor AS rank_minor) r`
}

// Whole numbers reckon several times faster than numeric. Urgencies have a common measure; with it everything stays below 2^63 for a stake
// of some hundred million of the major unit and a thousand missing papers, and beyond that numeric answers the same.
const MEASURE_PPM = 50_000
const STAKE_MAX = 70_000_000_000n
const PAPERS_MAX = 1_000
const WHOLE = 1_000_000_000_000 / MEASURE_PPM
// Hours' costs, in millionths: added before and taken off after, so that dividing rounds down below zero too.
const LIFT = 1_000_000_000n

/**
 * Joins `p.sort_value` to very many `deduction d`: the rank in millionths of an hour's cost, so that currencies can be compared; halves go up.
 * The same that follows from `priorityJoin`, for which a test stands. Reads the entries of `RATES_OF_ALL`.
 */
export function sortValueJoin(today: CalendarDate): Sql {
  const otherwise = sql`${URGENCY_PPM_OTHERWISE / MEASURE_PPM}::int`
  const rankOf = (gain: Sql) => sql`(${gain} - ${EFFORT})`
  const quick = rankOf(sql`(2 * f.stake_minor * f.rate_ppm * f.urgency + ${WHOLE}::bigint) / ${2 * WHOLE}::bigint`)
  const large = rankOf(sql`round(f.stake_minor::numeric * f.rate_ppm * f.urgency / ${WHOLE}::bigint)`)
  return sql`JOIN category_rate k ON k.category = d.category
    LEFT JOIN win_rate w ON w.customer_id = d.customer_id AND w.category = d.category
    CROSS JOIN LATERAL (SELECT ${STAKE} AS stake_minor, ${MINUTES} AS minutes, ${HOUR_COST} AS hour_minor,
      CASE WHEN ${IS_COMPLETE} THEN coalesce(w.complete_ppm, k.complete_ppm) ELSE coalesce(w.lacking_ppm, k.lacking_ppm) END AS rate_ppm,
      ${urgency(today, (step) => sql`${step.ppm / MEASURE_PPM}::int`, otherwise, otherwise)} AS urgency) f
    CROSS JOIN LATERAL (SELECT CASE WHEN d.open_minor <= ${STAKE_MAX}::bigint AND d.evidence_need - d.evidence_have <= ${PAPERS_MAX}::int
      THEN (2000000 * ${quick} + f.hour_minor * ${2n * LIFT + 1n}::bigint) / (2 * f.hour_minor) - ${LIFT}::bigint
      ELSE floor(${large} * 1000000 / f.hour_minor + 0.5) END::bigint AS sort_value) p`
}
