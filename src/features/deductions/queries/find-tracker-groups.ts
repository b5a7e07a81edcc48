import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { money } from '@/core/money'
import { companyToday } from '@/server/clock'
import { type Sql, select, sql } from '@/server/db/client'
import type { TrackerGroup } from '../rules/tracker-sorts'
import type { TrackerFilter } from '../schemas'
import type { TrackerTotal } from './find-deductions'
import { AT_RISK, trackerConditions } from './tracker-conditions'
import { TRACKER_JOINS } from './tracker-row'

export type TrackerGroupRow = {
  /** What the filter of the group is set to. */
  key: string
  /** A name where the key is none: of a customer, of an owner. */
  name: string | null
  count: number
  totals: TrackerTotal[]
  /** The next deadline of what is open in it. */
  nextDeadline: CalendarDate | null
}

const KEYS: Readonly<Record<TrackerGroup, { key: Sql; name: Sql }>> = {
  customer: { key: sql`c.code`, name: sql`c.name` },
  category: { key: sql`d.category`, name: sql`NULL::text` },
  state: { key: sql`d.state`, name: sql`NULL::text` },
  verdict: { key: sql`coalesce(d.decided_verdict, d.verdict)`, name: sql`NULL::text` },
  owner: { key: sql`coalesce(d.owner_id::text, 'none')`, name: sql`u.name` },
}

/** Subtotals of the whole filtered set by one thing, per currency; the group with most at risk first. */
export async function findTrackerGroups(actor: Actor, filter: TrackerFilter, by: TrackerGroup): Promise<TrackerGroupRow[]> {
  const { key, name } = KEYS[by]
  const rows = await select<{
    key: string
    name: string | null
    currency: string
    count: number
    amount: bigint
    open: bigint
    at_risk: bigint
    next: CalendarDate | null
  }>(sql`
    SELECT ${key} AS key, max(${name}) AS name, d.currency, count(*)::int AS count, sum(d.amount_minor)::bigint AS amount, sum(d.open_minor)::bigint AS open,
      sum(${AT_RISK})::bigint AS at_risk, min(d.deadline_on) FILTER (WHERE d.open_minor > 0) AS next
    FROM ${TRACKER_JOINS} WHERE ${trackerConditions(actor, filter, companyToday())} GROUP BY 1, d.currency
    ORDER BY sum(${AT_RISK}) DESC, sum(d.amount_minor) DESC, 1 LIMIT 2000`)
  const groups = new Map<string, TrackerGroupRow>()
  for (const row of rows) {
    const group = groups.get(row.key) ?? { key: row.key, name: row.name, count: 0, totals: [], nextDeadline: null }
    group.count += row.count
    if (row.next !== null && (group.nextDeadline === null || row.next < group.nextDeadline)) group.nextDeadline = row.next
    group.totals.push({
      currency: row.currency,
      count: row.count,
      amount: money(row.amount, row.currency),
      open: money(row.open, row.currency),
      atRisk: money(row.at_risk, row.currency),
    })
    groups.set(row.key, group)
  }
  return [...groups.values()]
}
