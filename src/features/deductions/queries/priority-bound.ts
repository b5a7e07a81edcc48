import type { CalendarDate } from '@/core/calendar-date'
import { type Sql, sql } from '@/server/db/client'
import { beyondCursor, directionOf, type KeyPart } from '@/server/db/keyset'
import { HOUR_COST_MINOR, HOUR_COST_MINOR_OTHERWISE, URGENCY_PPM_OTHERWISE, URGENCY_STEPS } from '../rules/priority'
import { AT_RISK, WORKABLE } from './deduction-terms'
import { HOUR_COST, MINUTES, sortValueJoin } from './priority-sql'

const RATES = sql`(SELECT complete_ppm, lacking_ppm FROM win_rate UNION ALL SELECT complete_ppm, lacking_ppm FROM category_rate)`
/** So many with most, or least, at stake are reckoned to learn what a place on the page takes. */
const SAMPLE = 1_000
const URGENCIES = [...URGENCY_STEPS.map(({ ppm }) => ppm), URGENCY_PPM_OTHERWISE]
const LEAST_HOUR = Math.min(...Object.values(HOUR_COST_MINOR), HOUR_COST_MINOR_OTHERWISE)
// Wider than any rounding of minor units, of millionths and of floating point together.
const SLACK_MINOR = 2
const SLACK_HOURS = 0.001
const WIDER = 1.000001

/** A page of a list whose first key is `p.sort_value` of what can be done; `joins` bring the names its other keys need. */
type Ranked = {
  parts: readonly KeyPart[]
  joins: Sql
  conditions: Sql
  cursor: readonly string[] | null
  limit: number
  today: CalendarDate
}

/**
 * A condition over `deduction d` that everything on the page meets, told by what is at stake alone, so that most of what can be done need
 * not be reckoned: a rank is at most the stake at the best rate and urgency, and at least the stake at the worst less its effort.
 * Beside enough others that are better already, what cannot reach them is left out. Reads the entries of `RATES_OF_ALL`.
 */
export function mayReach(page: Ranked): Sql {
  const reached = sql`(SELECT s.sort_value::float8 FROM (
      SELECT p.sort_value FROM (SELECT d.* FROM deduction d WHERE ${WORKABLE} AND ${page.conditions}
        ORDER BY ${AT_RISK} ${directionOf(isDescending(page))} LIMIT ${SAMPLE}) d ${sortValueJoin(page.today)} ${page.joins}
      WHERE ${beyondCursor(page.parts, page.cursor)}) s
    ORDER BY s.sort_value ${directionOf(isDescending(page))} OFFSET ${page.limit - 1} LIMIT 1)`
  if (isDescending(page)) {
    const best = sql`(SELECT greatest(max(greatest(complete_ppm, lacking_ppm)), 1) * ${Math.max(...URGENCIES) / 1e12}::float8 FROM ${RATES} r)`
    return sql`${AT_RISK} >= coalesce(greatest(floor((${reached} / 1000000 * ${LEAST_HOUR}::float8 - ${SLACK_MINOR}::float8) / (${best} * ${WIDER}::float8)), 0), 0)::bigint`
  }
  // In subqueries of their own the figures are reckoned once and not for each row.
  const worst = sql`(SELECT nullif(min(least(complete_ppm, lacking_ppm)), 0) * ${Math.min(...URGENCIES) / 1e12}::float8 FROM ${RATES} r)`
  const hours = sql`(SELECT coalesce((${reached} / 1000000 + ${SLACK_HOURS}::float8) / ${worst}, 'Infinity'))`
  const ofMinute = sql`(SELECT coalesce(1 / (60 * ${worst}), 0))`
  return sql`${AT_RISK} <= (${hours} + ${MINUTES} * ${ofMinute}) * ${HOUR_COST}`
}

function isDescending({ parts }: Ranked): boolean {
  return parts[0]?.isDescending === true
}
