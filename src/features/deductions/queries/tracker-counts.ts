import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { join, type Sql, select, sql } from '@/server/db/client'
import type { TrackerTab } from '../schemas'
import type { SearchedFilter } from './search-conditions'
import { tabCondition, trackerConditions } from './tracker-conditions'
import { isTallied, SUMS, type SumRow, TALLY, TALLY_SUMS, type TrackerTotal, toTotal } from './tracker-tally'

/** How many a filter finds and what they are worth; `isAtLeast` when counting stopped before the last one: then both are too small. */
export type TrackerCount = { count: number; totals: TrackerTotal[]; isAtLeast: boolean }

/** Rows that are counted while somebody waits for the page. */
export const COUNTED_MAX = 30_000

type TabSum = SumRow & { tab: TrackerTab }

const COUNTED = sql`d.customer_id, d.currency, d.category, d.decided_verdict, d.verdict, d.state, d.owner_id, d.deadline_on, d.id,
  d.amount_minor, d.open_minor, d.recoverable_minor`

/** Count and sums of what a filter shows: from the tally where it knows, else of so many rows at most. */
export async function countTracker(actor: Actor, filter: SearchedFilter, today: CalendarDate): Promise<TrackerCount> {
  const counts = await countTabs(actor, filter, today, [filter.tab])
  return counts.get(filter.tab) ?? NOTHING
}

/** Count and sums of several tabs under the rest of a filter. */
export async function countTabs(
  actor: Actor,
  filter: SearchedFilter,
  today: CalendarDate,
  tabs: readonly TrackerTab[],
): Promise<Map<TrackerTab, TrackerCount>> {
  const ofTabs = (some: readonly TrackerTab[]) =>
    join(
      some.map((tab) => sql`(${tab}::text, ${tabCondition(actor, tab, today)})`),
      ', ',
    )
  const read = (from: Sql, sums: Sql, some: readonly TrackerTab[]) =>
    select<TabSum>(sql`SELECT v.tab, d.currency, ${sums} FROM ${from} d
      CROSS JOIN LATERAL (VALUES ${ofTabs(some)}) AS v(tab, holds) WHERE v.holds GROUP BY v.tab, d.currency`)
  const counted = (tab: TrackerTab) =>
    sql`(SELECT ${COUNTED} FROM deduction d WHERE ${trackerConditions(actor, { ...filter, tab }, today)} LIMIT ${COUNTED_MAX + 1})`
  const tallied = tabs.filter((tab) => isTallied({ ...filter, tab }))
  // What the tally does not know is read once for all tabs, or for the one tab that knows less than it.
  const others = tabs.filter((tab) => !tallied.includes(tab))
  const alone = tallied.length > 0 || others.length === 1 ? others : []
  const together = alone.length > 0 || others.length === 0 ? [] : [...new Set<TrackerTab>([...others, 'all'])]
  const [fromTally, fromAll, ...fromEach] = await Promise.all([
    tallied.length === 0
      ? []
      : read(sql`(SELECT * FROM ${TALLY} d WHERE ${trackerConditions(actor, { ...filter, tab: 'all' }, today)})`, TALLY_SUMS, tallied),
    together.length === 0 ? [] : read(counted('all'), SUMS, together),
    ...alone.map((tab) => select<TabSum>(sql`SELECT ${tab}::text AS tab, d.currency, ${SUMS} FROM ${counted(tab)} d GROUP BY d.currency`)),
  ])
  const rows = [...fromTally, ...fromAll, ...fromEach.flat()]
  const of = (tab: TrackerTab) => toCount(rows.filter((row) => row.tab === tab))
  const isFull = together.length > 0 && of('all').count > COUNTED_MAX
  return new Map(
    tabs.map((tab) => {
      const count = of(tab)
      return [tab, { ...count, isAtLeast: isFull || (alone.includes(tab) && count.count > COUNTED_MAX) }]
    }),
  )
}

/** Count and sums of all that a filter shows, however many that are and however long it takes. */
export async function countExactly(actor: Actor, filter: SearchedFilter, today: CalendarDate): Promise<TrackerCount> {
  if (isTallied(filter)) return countTracker(actor, filter, today)
  return toCount(
    await select<SumRow>(
      sql`SELECT d.currency, ${SUMS} FROM deduction d WHERE ${trackerConditions(actor, filter, today)} GROUP BY d.currency`,
    ),
  )
}

const NOTHING: TrackerCount = { count: 0, totals: [], isAtLeast: false }

function toCount(rows: readonly SumRow[]): TrackerCount {
  const found = rows
    .filter((row) => row.count > 0)
    .sort((a, b) => (a.amount === b.amount ? a.currency.localeCompare(b.currency) : a.amount > b.amount ? -1 : 1))
  return {
    count: found.reduce((sum, row) => sum + row.count, 0),
    totals: found.map(toTotal),
    isAtLeast: false,
  }
}
