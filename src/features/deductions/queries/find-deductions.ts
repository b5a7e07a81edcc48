import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { companyToday } from '@/server/clock'
import { type Sql, select, sql } from '@/server/db/client'
import type { TrackerFilter } from '../schemas'
import { findPriorities, type Priority } from './find-priorities'
import { isNumberFound } from './search-conditions'
import { AT_RISK, pastedKeys, trackerConditions } from './tracker-conditions'
import { trackerOrder, writeCursor } from './tracker-order'
import { TRACKER_COLUMNS, TRACKER_JOINS, type TrackerRecord, type TrackerRow, toTrackerRow } from './tracker-row'

/** Sums of the whole filtered set, never across currencies. */
export type TrackerTotal = { currency: string; count: number; amount: Money; open: Money; atRisk: Money }

export type TrackerPage = {
  rows: TrackerRow[]
  /** Why each row stands where it stands, by id. */
  priorities: ReadonlyMap<string, Priority>
  /** Rows of the filtered set, over all pages. */
  count: number
  totals: TrackerTotal[]
  /** Pass as `after` for the next page; null on the last one. */
  nextAfter: string | null
  /** Numbers of a pasted list that no visible deduction carries, as comparison keys. */
  notFound: string[]
  /** Nothing carries the number that was typed: the rows carry one that is a slip away. */
  isNear: boolean
}

/** The tracker: one page of the filtered, sorted set with the count and sums of all of it. */
export async function findDeductions(actor: Actor, filter: TrackerFilter): Promise<TrackerPage> {
  const today = companyToday()
  const conditions = trackerConditions(actor, filter, today)
  const [records, totals, notFound, isFound] = await Promise.all([
    selectPage(filter, conditions, today),
    selectTotals(conditions),
    findMissingNumbers(actor, filter, today),
    isNumberFound(actor, filter.q),
  ])
  const page = records.slice(0, filter.limit)
  const last = page.at(-1)
  const priorities = await findPriorities(
    page.map((record) => record.id),
    today,
  )
  return {
    priorities,
    rows: page.map((record) => toTrackerRow(record, today)),
    count: totals.reduce((sum, total) => sum + total.count, 0),
    totals,
    nextAfter: last && records.length > filter.limit ? writeCursor(last.sort_values) : null,
    notFound,
    isNear: !isFound && totals.length > 0,
  }
}

async function selectPage(
  filter: TrackerFilter,
  conditions: Sql,
  today: CalendarDate,
): Promise<(TrackerRecord & { sort_values: string[] })[]> {
  const order = trackerOrder(filter, today)
  return select<TrackerRecord & { sort_values: string[] }>(sql`
    SELECT ${TRACKER_COLUMNS}, ${order.values} AS sort_values
    FROM ${TRACKER_JOINS} ${order.joins}
    WHERE ${conditions} AND ${order.beyond}
    ORDER BY ${order.orderBy}
    LIMIT ${filter.limit + 1}`)
}

/** Count and sums per currency of everything that meets the condition over `deduction d`. */
export async function selectTotals(conditions: Sql): Promise<TrackerTotal[]> {
  const rows = await select<{ currency: string; count: number; amount: bigint; open: bigint; at_risk: bigint }>(sql`
    SELECT d.currency, count(*)::int AS count, sum(d.amount_minor)::bigint AS amount, sum(d.open_minor)::bigint AS open,
      sum(${AT_RISK})::bigint AS at_risk
    FROM deduction d WHERE ${conditions} GROUP BY d.currency ORDER BY sum(d.amount_minor) DESC`)
  return rows.map((row) => ({
    currency: row.currency,
    count: row.count,
    amount: money(row.amount, row.currency),
    open: money(row.open, row.currency),
    atRisk: money(row.at_risk, row.currency),
  }))
}

async function findMissingNumbers(actor: Actor, filter: TrackerFilter, today: CalendarDate): Promise<string[]> {
  const keys = pastedKeys(filter.numbers)
  if (keys.length === 0) return []
  const conditions = trackerConditions(actor, { ...filter, numbers: '' }, today)
  const rows = await select<{ key: string }>(sql`
    SELECT k.key FROM unnest(${keys}::text[]) AS k(key) WHERE NOT EXISTS (
      SELECT 1 FROM deduction d WHERE (d.claim_key = k.key OR d.invoice_key = k.key OR d.po_key = k.key) AND ${conditions})`)
  return rows.map((row) => row.key)
}
