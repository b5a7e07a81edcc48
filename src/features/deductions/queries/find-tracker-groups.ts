import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { companyToday } from '@/server/clock'
import { type Sql, select, sql } from '@/server/db/client'
import type { TrackerGroup } from '../rules/tracker-sorts'
import type { TrackerFilter } from '../schemas'
import { WORKABLE } from './deduction-terms'
import { trackerConditions } from './tracker-conditions'
import { grainOf, isTallied, SUMS, type SumRow, TALLY_SUMS, type TrackerTotal, tallyOf, toTotal } from './tracker-tally'

export type TrackerGroupRow = {
  /** What the filter of the group is set to. */
  key: string
  /** A name where the key is none: of a customer, of an owner. */
  name: string | null
  count: number
  totals: TrackerTotal[]
  /** The next deadline of what can still be filed in it. */
  nextDeadline: CalendarDate | null
}

const KEYS: Readonly<Record<TrackerGroup, Sql>> = {
  customer: sql`d.customer_id`,
  category: sql`d.category`,
  state: sql`d.state`,
  verdict: sql`coalesce(d.decided_verdict, d.verdict)`,
  owner: sql`d.owner_id`,
}
// As text once they are grouped.
const TEXT = sql`coalesce(s.key::text, 'none') AS key`
const GROUPS_MAX = 2_000

/** Subtotals of the whole filtered set by one thing, per currency; the group with most at risk first. */
export async function findTrackerGroups(actor: Actor, filter: TrackerFilter, by: TrackerGroup): Promise<TrackerGroupRow[]> {
  const today = companyToday()
  const conditions = trackerConditions(actor, filter, today)
  const [rows, deadlines, names] = await Promise.all([
    selectSums(isTallied(filter) ? tallyOf(grainOf(actor, filter, [by])) : null, conditions, KEYS[by]),
    selectNext(conditions, KEYS[by]),
    namesOf(by),
  ])
  const groups = new Map<string, TrackerGroupRow>()
  for (const row of rows) {
    const known = names?.get(row.key)
    const key = known?.key ?? row.key
    const group = groups.get(key) ?? { key, name: known?.name ?? null, count: 0, totals: [], nextDeadline: deadlines.get(row.key) ?? null }
    group.count += row.count
    group.totals.push(toTotal(row))
    groups.set(key, group)
  }
  return [...groups.values()]
}

function selectSums(tally: Sql | null, conditions: Sql, key: Sql): Promise<(SumRow & { key: string })[]> {
  const [from, sums] = tally === null ? [sql`deduction`, SUMS] : [tally, TALLY_SUMS]
  return select(sql`SELECT ${TEXT}, s.currency, s.count, s.amount, s.open, s.at_risk FROM (SELECT ${key} AS key, d.currency, ${sums} FROM ${from} d WHERE ${conditions} GROUP BY 1, d.currency) s
    WHERE s.count > 0 ORDER BY s.at_risk DESC, s.amount DESC, 1 LIMIT ${GROUPS_MAX}`)
}

// What is closed, filed or owed has no next deadline; the index of what is open, in which all of this stands, is said aloud.
async function selectNext(conditions: Sql, key: Sql): Promise<Map<string, CalendarDate>> {
  const rows = await select<{ key: string; next: CalendarDate }>(sql`
    SELECT ${TEXT}, s.next FROM (SELECT ${key} AS key, min(d.deadline_on) AS next FROM deduction d
      WHERE ${conditions} AND d.open_minor > 0 AND ${WORKABLE} AND d.deadline_on IS NOT NULL GROUP BY 1 LIMIT ${GROUPS_MAX}) s`)
  return new Map(rows.map((row) => [row.key, row.next]))
}

async function namesOf(by: TrackerGroup): Promise<Map<string, { key: string; name: string }> | null> {
  if (by !== 'customer' && by !== 'owner') return null
  const rows = await select<{ id: string; key: string; name: string }>(
    by === 'customer' ? sql`SELECT id::text, code AS key, name FROM customer` : sql`SELECT id::text, id::text AS key, name FROM app_user`,
  )
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}
