import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { companyToday } from '@/server/clock'
import { type Sql, select, sql } from '@/server/db/client'
import { writeCursor } from '@/server/db/keyset'
import type { TrackerFilter } from '../schemas'
import { findPriorities, type Priority } from './find-priorities'
import { isNamed, withSearched } from './search-conditions'
import { pastedKeys, trackerConditions } from './tracker-conditions'
import { COUNTED_MAX, countTracker } from './tracker-counts'
import { trackerPlaces } from './tracker-order'
import { TRACKER_COLUMNS, TRACKER_JOINS, type TrackerRecord, type TrackerRow, toTrackerRow } from './tracker-row'
import type { TrackerTotal } from './tracker-tally'

export type TrackerPage = {
  rows: TrackerRow[]
  /** Why each row stands where it stands, by id. */
  priorities: ReadonlyMap<string, Priority>
  /** Rows of the filtered set, over all pages, and what they are worth; both too small when `isAtLeast`. */
  count: number
  totals: TrackerTotal[]
  isAtLeast: boolean
  /** Pass as `after` for the next page; null on the last one. */
  nextAfter: string | null
  /** Cursor of the first row: with the order turned round, what comes before it is behind it. */
  firstCursor: string | null
  /** Numbers of a pasted list that no visible deduction carries, as comparison keys. */
  notFound: string[]
  /** Nothing carries the number that was typed: the rows carry one that is a slip away. */
  isNear: boolean
}

/** The tracker: one page of the filtered, sorted set with the count and sums of all of it. */
export async function findDeductions(actor: Actor, asked: TrackerFilter): Promise<TrackerPage> {
  const today = companyToday()
  const filter = await withSearched(actor, asked)
  const conditions = trackerConditions(actor, filter, today)
  const counted = countTracker(actor, filter, today)
  const isFew = isNamed(filter) ? Promise.resolve(true) : counted.then((found) => !found.isAtLeast && found.count <= COUNTED_MAX)
  const [records, count, notFound] = await Promise.all([
    isFew.then((few) => selectPage(filter, conditions, today, few)),
    counted,
    findMissingNumbers(actor, filter, today),
  ])
  const page = records.slice(0, filter.limit)
  const [first] = page
  const last = page.at(-1)
  const priorities = await findPriorities(
    page.map((record) => record.id),
    today,
  )
  return {
    priorities,
    rows: page.map((record) => toTrackerRow(record, today)),
    ...count,
    nextAfter: last && records.length > filter.limit ? writeCursor(last.sort_values) : null,
    firstCursor: first ? writeCursor(first.sort_values) : null,
    notFound,
    isNear: filter.searched?.isFound === false && count.count > 0,
  }
}

async function selectPage(
  filter: TrackerFilter,
  conditions: Sql,
  today: CalendarDate,
  isFew: boolean,
): Promise<(TrackerRecord & { sort_values: string[] })[]> {
  return select<TrackerRecord & { sort_values: string[] }>(sql`
    WITH place AS MATERIALIZED (SELECT p.id, p.sort_values, row_number() OVER () AS place_no FROM (${trackerPlaces(filter, conditions, today, isFew)}) p)
    SELECT ${TRACKER_COLUMNS}, place.sort_values
    FROM ${TRACKER_JOINS} JOIN place ON place.id = d.id ORDER BY place.place_no`)
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
