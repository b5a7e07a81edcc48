import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { empty, join, type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { TrackerTab } from '../schemas'
import type { SearchedFilter } from './search-conditions'
import { tabCondition, trackerConditions } from './tracker-conditions'
import { grainOf, isTallied, SUMS, type SumRow, TALLY_SUMS, type TrackerTotal, tallyOf, toTotal } from './tracker-tally'

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
  const isKnown = isTallied({ ...filter, tab: 'all' })
  const tallied: TrackerTab[] = isKnown ? tabs.filter((tab) => tab !== 'due') : []
  // What the tally does not know is read once for all tabs, or for the one tab that knows less than it.
  const others = tabs.filter((tab) => !tallied.includes(tab))
  const alone = isKnown || others.length === 1 ? others : []
  const together = alone.length > 0 || others.length === 0 ? [] : [...new Set<TrackerTab>([...others, 'all'])]
  const counted = (tab: TrackerTab, more = empty) =>
    sql`(SELECT ${COUNTED} FROM deduction d WHERE ${trackerConditions(actor, { ...filter, tab }, today)} ${more} LIMIT ${COUNTED_MAX + 1})`
  const isAsked = tallied.includes('waiting')
  const [fromTally, asked, isAskedMore, fromAll, ...fromEach] = await Promise.all([
    selectTallied(actor, filter, today, tallied),
    isAsked ? selectTab('waiting', counted('open', sql`AND d.state <> 'collecting' AND d.id = ANY(ARRAY(${someAsked(actor)}))`)) : [],
    isAsked && isMoreAsked(actor),
    together.length === 0
      ? []
      : selectTabs(
          counted('all'),
          SUMS,
          ofTabs(together, (tab) => tabCondition(actor, tab, today)),
        ),
    ...alone.map((tab) => selectTab(tab, counted(tab))),
  ])
  const isFull = (rows: readonly TabSum[]) => toCount(rows).count > COUNTED_MAX
  const areAll = isFull(fromAll.filter((row) => row.tab === 'all'))
  const cut = new Set<TrackerTab>([asked, ...fromEach].filter(isFull).flatMap((rows) => rows.map((row) => row.tab)))
  if (isAskedMore) cut.add('waiting')
  const found = [...fromTally, ...asked, ...fromAll, ...fromEach.flat()]
  return new Map(tabs.map((tab) => [tab, { ...toCount(found.filter((row) => row.tab === tab)), isAtLeast: areAll || cut.has(tab) }]))
}

// Requests that are looked through while somebody waits, each a look at its deduction; joined, all that is open would be read for them.
function someAsked(actor: Actor): Sql {
  return sql`SELECT t.subject_id FROM task t WHERE t.subject_kind = 'deduction' AND t.state = 'open' AND ${scopeOf(actor, sql`t.customer_id`)} LIMIT ${COUNTED_MAX + 1}`
}

async function isMoreAsked(actor: Actor): Promise<boolean> {
  const [asked] = await select<{ count: number }>(sql`SELECT count(*)::int AS count FROM (${someAsked(actor)}) asked`)
  return (asked?.count ?? 0) > COUNTED_MAX
}

// Who waits for an answer the tally does not know: it has those for whom papers are collected, the others are few and read.
function selectTallied(actor: Actor, filter: SearchedFilter, today: CalendarDate, tabs: readonly TrackerTab[]): Promise<TabSum[]> {
  const holds = (tab: TrackerTab) =>
    tab === 'waiting' ? sql`(d.open_minor > 0 AND d.state = 'collecting')` : tabCondition(actor, tab, today)
  const grains = Map.groupBy(tabs, (tab) => grainOf(actor, { ...filter, tab }))
  const all = trackerConditions(actor, { ...filter, tab: 'all' }, today)
  const read = [...grains].map(([grain, some]) =>
    selectTabs(sql`(SELECT * FROM ${tallyOf(grain)} d WHERE ${all})`, TALLY_SUMS, ofTabs(some, holds)),
  )
  return Promise.all(read).then((rows) => rows.flat())
}

function ofTabs(tabs: readonly TrackerTab[], holds: (tab: TrackerTab) => Sql): Sql {
  return join(
    tabs.map((tab) => sql`(${tab}::text, ${holds(tab)})`),
    ', ',
  )
}

function selectTabs(from: Sql, sums: Sql, tabs: Sql): Promise<TabSum[]> {
  return select<TabSum>(sql`SELECT v.tab, d.currency, ${sums} FROM ${from} d CROSS JOIN LATERAL (VALUES ${tabs}) AS v(tab, holds)
    WHERE v.holds GROUP BY v.tab, d.currency`)
}

function selectTab(tab: TrackerTab, from: Sql): Promise<TabSum[]> {
  return select<TabSum>(sql`SELECT ${tab}::text AS tab, d.currency, ${SUMS} FROM ${from} d GROUP BY d.currency`)
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

// A tab may come in two parts, from the tally and from the rows.
function toCount(rows: readonly SumRow[]): TrackerCount {
  const byCurrency = new Map<string, SumRow>()
  for (const row of rows) {
    const known = byCurrency.get(row.currency) ?? { currency: row.currency, count: 0, amount: 0n, open: 0n, at_risk: 0n }
    byCurrency.set(row.currency, {
      currency: row.currency,
      count: known.count + row.count,
      amount: known.amount + row.amount,
      open: known.open + row.open,
      at_risk: known.at_risk + row.at_risk,
    })
  }
  const found = [...byCurrency.values()]
    .filter((row) => row.count > 0)
    .sort((a, b) => (a.amount === b.amount ? a.currency.localeCompare(b.currency) : a.amount > b.amount ? -1 : 1))
  return {
    count: found.reduce((sum, row) => sum + row.count, 0),
    totals: found.map(toTotal),
    isAtLeast: false,
  }
}
