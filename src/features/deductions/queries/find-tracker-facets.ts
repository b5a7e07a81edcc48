import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import type { FacetValue, FacetCounts as ValueCounts } from '@/core/facet-counts'
import { companyToday } from '@/server/clock'
import { join, type Sql, select, sql } from '@/server/db/client'
import { DEADLINES } from '../rules/deadline'
import { TRACKER_FACETS, type TrackerFacet } from '../rules/tracker-facets'
import type { TrackerFilter } from '../schemas'
import { type SearchedFilter, withSearched } from './search-conditions'
import { trackerConditions } from './tracker-conditions'
import { COUNTED_MAX, countTracker } from './tracker-counts'
import { isTallied, TALLY } from './tracker-tally'

type FacetCounts = ValueCounts<TrackerFacet>
type Grouped = Exclude<TrackerFacet, 'deadline'>

const KEYS: Readonly<Record<Grouped, Sql>> = {
  state: sql`d.state`,
  customer: sql`d.customer_id::text`,
  category: sql`d.category`,
  verdict: sql`coalesce(d.decided_verdict, d.verdict)`,
  owner: sql`coalesce(d.owner_id::text, 'none')`,
  evidence: sql`CASE WHEN d.evidence_have >= d.evidence_need THEN 'ready' ELSE 'missing' END`,
}
const COUNTED = sql`d.state, d.customer_id, d.category, d.decided_verdict, d.verdict, d.owner_id, d.evidence_have, d.evidence_need`

/**
 * How many deductions carry each value of each facet, under the filter that is set. A facet is counted as if it were not narrowed
 * itself, so that its other values can be added.
 */
export async function findTrackerFacets(actor: Actor, asked: TrackerFilter): Promise<FacetCounts[]> {
  const today = companyToday()
  const filter = await withSearched(actor, asked)
  // Facets that narrow nothing share one reading of the rest of the filter.
  const grouped = TRACKER_FACETS.filter((facet) => facet !== 'deadline')
  const sets = [
    grouped.filter((facet) => filter[facet].length === 0),
    ...grouped.filter((facet) => filter[facet].length > 0).map((facet) => [facet]),
  ]
  const [counted, deadlines, names] = await Promise.all([
    Promise.all(sets.filter((set) => set.length > 0).map((set) => countSet(actor, without(filter, set), set, today))),
    countDeadlines(actor, filter, today),
    findNames(),
  ])
  const found = new Map([...counted.flat(), deadlines].map((one) => [one.facet, one]))
  return TRACKER_FACETS.flatMap((facet) => {
    const counts = found.get(facet)
    return counts ? [{ ...counts, values: counts.values.map((value) => named(value, names)) }] : []
  })
}

function without(filter: SearchedFilter, set: readonly Grouped[]): SearchedFilter {
  return set.length === 1 && set[0] !== undefined ? { ...filter, [set[0]]: typeof filter[set[0]] === 'string' ? '' : [] } : filter
}

async function countSet(actor: Actor, filter: SearchedFilter, set: readonly Grouped[], today: CalendarDate): Promise<FacetCounts[]> {
  const conditions = trackerConditions(actor, filter, today)
  const isKnown = isTallied(filter)
  const from = isKnown
    ? sql`(SELECT * FROM ${TALLY} d WHERE ${conditions})`
    : sql`(SELECT ${COUNTED} FROM deduction d WHERE ${conditions} LIMIT ${COUNTED_MAX + 1})`
  const keys = set.map((facet) => KEYS[facet])
  const cases = set.map((facet) => sql`WHEN GROUPING(${KEYS[facet]}) = 0 THEN ${facet}::text`)
  const values = set.map((facet) => sql`WHEN GROUPING(${KEYS[facet]}) = 0 THEN ${KEYS[facet]}`)
  const rows = await select<{ facet: Grouped; key: string; count: number }>(sql`
    SELECT CASE ${join(cases, ' ')} END AS facet, CASE ${join(values, ' ')} END AS key, ${isKnown ? sql`sum(d.deductions)` : sql`count(*)`}::int AS count
    FROM ${from} d GROUP BY GROUPING SETS (${join(
      keys.map((key) => sql`(${key})`),
      ', ',
    )}) ORDER BY count DESC, key`)
  return set.map((facet) => {
    const values = rows.filter((row) => row.facet === facet && row.count > 0).map(({ key, count }) => ({ key, name: null, count }))
    return { facet, values, isAtLeast: !isKnown && values.reduce((sum, { count }) => sum + count, 0) > COUNTED_MAX }
  })
}

// A bucket holds the nearer ones too: what is due within a week is due within a month.
async function countDeadlines(actor: Actor, filter: SearchedFilter, today: CalendarDate): Promise<FacetCounts> {
  const counts = await Promise.all(DEADLINES.map((deadline) => countTracker(actor, { ...filter, deadline }, today)))
  return {
    facet: 'deadline',
    values: DEADLINES.flatMap((key, at) => ((counts[at]?.count ?? 0) > 0 ? [{ key, name: null, count: counts[at]?.count ?? 0 }] : [])),
    isAtLeast: counts.some((one) => one.isAtLeast),
  }
}

type Name = { key: string; name: string }

async function findNames(): Promise<Map<string, Name>> {
  const rows = await select<Name & { id: string }>(sql`
    SELECT id::text, code AS key, name FROM customer UNION ALL SELECT id::text, id::text, name FROM app_user`)
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

function named(value: FacetValue, names: ReadonlyMap<string, Name>): FacetValue {
  const name = names.get(value.key)
  return name ? { ...value, ...name } : value
}
