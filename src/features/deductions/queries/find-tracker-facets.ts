import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import type { FacetValue, FacetCounts as ValueCounts } from '@/core/facet-counts'
import { companyToday } from '@/server/clock'
import { empty, join, type Sql, select, sql } from '@/server/db/client'
import { DEADLINES } from '../rules/deadline'
import { TRACKER_FACETS, type TrackerFacet } from '../rules/tracker-facets'
import type { TrackerFilter } from '../schemas'
import { type SearchedFilter, withSearched } from './search-conditions'
import { nearestDeadline, trackerConditions } from './tracker-conditions'
import { COUNTED_MAX } from './tracker-counts'
import { grainOf, isTallied, tallyOf, WHO_KEYS } from './tracker-tally'

type FacetCounts = ValueCounts<TrackerFacet>
type Grouped = Exclude<TrackerFacet, 'deadline'>
const GROUPED = TRACKER_FACETS.filter((facet) => facet !== 'deadline')

const KEYS: Readonly<Record<TrackerFacet, Sql>> = {
  state: sql`d.state`,
  customer: sql`d.customer_id`,
  category: sql`d.category`,
  verdict: sql`coalesce(d.decided_verdict, d.verdict)`,
  owner: sql`d.owner_id`,
  evidence: sql`CASE WHEN d.evidence_have >= d.evidence_need THEN 'ready' ELSE 'missing' END`,
  deadline: sql`d.nearest`,
}
// As text once they are counted.
const TEXTS: Partial<Record<TrackerFacet, Sql>> = { customer: sql`d.customer_id::text`, owner: sql`coalesce(d.owner_id::text, 'none')` }
const COUNTED = sql`d.state, d.customer_id, d.category, d.decided_verdict, d.verdict, d.owner_id, d.evidence_have, d.evidence_need`

/**
 * How many deductions carry each value of each facet, under the filter that is set. A facet is counted as if it were not narrowed
 * itself, so that its other values can be added.
 */
export async function findTrackerFacets(actor: Actor, asked: TrackerFilter): Promise<FacetCounts[]> {
  const today = companyToday()
  const filter = await withSearched(actor, asked)
  const free = TRACKER_FACETS.filter((facet) => filter[facet].length === 0)
  const bound = GROUPED.filter((facet) => !free.includes(facet))
  const [counted, names] = await Promise.all([
    Promise.all([
      countFree(actor, filter, free, today),
      ...bound.map((facet) => countSet(actor, without(filter, facet), [facet], today)),
      free.includes('deadline') ? [] : countDeadlines(actor, filter, today),
    ]),
    findNames(),
  ])
  const found = new Map(counted.flat().map((one) => [one.facet, one]))
  return TRACKER_FACETS.flatMap((facet) => {
    const counts = found.get(facet)
    return counts ? [{ ...counts, values: counts.values.map((value) => named(value, names)) }] : []
  })
}

function without(filter: SearchedFilter, facet: Grouped): SearchedFilter {
  return { ...filter, [facet]: typeof filter[facet] === 'string' ? '' : [] }
}

// Facets that narrow nothing share one reading of the rest of the filter; of the tally those of a grain, and the deadlines for themselves.
async function countFree(actor: Actor, filter: SearchedFilter, free: readonly TrackerFacet[], today: CalendarDate): Promise<FacetCounts[]> {
  const grouped = free.filter((facet) => facet !== 'deadline')
  if (isTallied(filter)) {
    const isOfWho = (facet: Grouped) => WHO_KEYS.includes(facet)
    const sets = [grouped.filter(isOfWho), grouped.filter((facet) => !isOfWho(facet))].filter((set) => set.length > 0)
    const counted = sets.map((set) => countSet(actor, filter, set, today))
    return (await Promise.all([...counted, countDeadlines(actor, filter, today)])).flat()
  }
  const counted = free.length === 0 ? [] : await countSet(actor, filter, free, today)
  if (!counted.some(({ facet, isAtLeast }) => facet === 'deadline' && isAtLeast)) return counted
  // Counting stopped before the last one; of the deadlines some may be few enough to be counted each for itself.
  return [...counted.filter(({ facet }) => facet !== 'deadline'), ...(await countDeadlines(actor, filter, today))]
}

async function countSet(actor: Actor, filter: SearchedFilter, set: readonly TrackerFacet[], today: CalendarDate): Promise<FacetCounts[]> {
  const conditions = trackerConditions(actor, filter, today)
  const isKnown = isTallied(filter)
  const grouped = set.filter((facet) => facet !== 'deadline')
  const nearest = grouped.length < set.length ? sql`, ${nearestDeadline(today)} AS nearest` : empty
  const from = isKnown
    ? sql`(SELECT * FROM ${tallyOf(grainOf(actor, filter, grouped))} d WHERE ${conditions})`
    : sql`(SELECT ${COUNTED}${nearest} FROM deduction d WHERE ${conditions} LIMIT ${COUNTED_MAX + 1})`
  const keys = set.map((facet) => KEYS[facet])
  const cases = set.map((facet) => sql`WHEN GROUPING(${KEYS[facet]}) = 0 THEN ${facet}::text`)
  const values = set.map((facet) => sql`WHEN GROUPING(${KEYS[facet]}) = 0 THEN ${TEXTS[facet] ?? KEYS[facet]}`)
  const rows = await select<{ facet: TrackerFacet; key: string | null; count: number }>(sql`
    SELECT CASE ${join(cases, ' ')} END AS facet, CASE ${join(values, ' ')} END AS key, ${isKnown ? sql`sum(d.deductions)` : sql`count(*)`}::int AS count
    FROM ${from} d GROUP BY GROUPING SETS (${join(
      keys.map((key) => sql`(${key})`),
      ', ',
    )}) ORDER BY count DESC, key`)
  return set.map((facet) => {
    const found = rows.filter((row) => row.facet === facet)
    const isAtLeast = !isKnown && found.reduce((sum, { count }) => sum + count, 0) > COUNTED_MAX
    const values = found.flatMap(({ key, count }) => (key !== null && count > 0 ? [{ key, name: null, count }] : []))
    return { facet, values: facet === 'deadline' ? bucketsOf(new Map(values.map(({ key, count }) => [key, count]))) : values, isAtLeast }
  })
}

// A bucket holds the nearer ones too: what is due within a week is due within a month.
function bucketsOf(nearest: ReadonlyMap<string, number>): FacetValue[] {
  const of = (key: string) => nearest.get(key) ?? 0
  return DEADLINES.flatMap((key) => {
    const count = key === 'month' ? of('week') + of('month') : of(key)
    return count > 0 ? [{ key, name: null, count }] : []
  })
}

async function countDeadlines(actor: Actor, filter: SearchedFilter, today: CalendarDate): Promise<FacetCounts[]> {
  const counted = await Promise.all(
    DEADLINES.map(async (key) => {
      const conditions = trackerConditions(actor, { ...filter, deadline: key }, today)
      const rows = await select<{ count: number }>(
        sql`SELECT count(*)::int AS count FROM (SELECT 1 FROM deduction d WHERE ${conditions} LIMIT ${COUNTED_MAX + 1}) d`,
      )
      return { key, name: null, count: rows[0]?.count ?? 0 }
    }),
  )
  const isAtLeast = counted.some(({ count }) => count > COUNTED_MAX)
  return [{ facet: 'deadline', values: counted.filter(({ count }) => count > 0), isAtLeast }]
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
