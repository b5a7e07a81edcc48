import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import type { ListAddress } from '@/core/list-address'
import { type ListBatch, type ListColumn, type ListRow, sortKeyOf } from '@/core/list-shape'
import { companyToday } from '../clock'
import { join, raw, type Sql, select, sql } from '../db/client'
import { beyondCursor, type KeyPart, keysOf, orderOf, orderOfKeys, readCursor, writeCursor } from '../db/keyset'
import { listConditions } from './list-conditions'
import { columnOf, type ListSource, sortedColumn } from './list-source'

type Place = ListBatch['place']
type Found = { rows: ListRow[]; first: string | null; last: string | null; isMore: boolean }

/** Rows of a list behind or before a cursor, or the last ones: what comes before is read with the order turned round. */
export async function findListBatch(source: ListSource, actor: Actor, address: ListAddress, place: Place): Promise<ListBatch> {
  const isTurned = place.before !== undefined || place.isEnd === true
  const found = await findRows(source, actor, address, place.before ?? place.after ?? '', isTurned)
  if (!isTurned) return { rows: found.rows, place, before: found.first, after: found.isMore ? found.last : null }
  return {
    rows: found.rows.toReversed(),
    place,
    before: found.isMore ? found.last : null,
    after: place.isEnd === true ? null : found.first,
  }
}

/** The page of a list that its address says. */
export function findListPage(source: ListSource, actor: Actor, address: ListAddress): Promise<ListBatch> {
  return findListBatch(source, actor, address, address.after === '' ? {} : { after: address.after })
}

async function findRows(source: ListSource, actor: Actor, address: ListAddress, after: string, isTurned: boolean): Promise<Found> {
  const parts = partsOf(source, actor, address, isTurned)
  const where = listConditions(source, actor, address, companyToday() satisfies CalendarDate)
  // Rows are chosen narrow, and what they show is looked up for those alone.
  const records = await select<Record<string, string | null> & { sort_values: string[] }>(sql`
    WITH place AS MATERIALIZED (
      SELECT ${source.id} AS place_id, ${keysOf(parts)} FROM ${source.from}
      WHERE ${where} AND ${beyondCursor(parts, readCursor(after, parts))} ORDER BY ${orderOf(parts)} LIMIT ${address.limit + 1})
    SELECT ${cellsOf(source, actor)}, place.sort_values FROM ${source.from} JOIN place ON place.place_id = ${source.id}
    ORDER BY ${orderOfKeys(parts, sql`place`)}`)
  const page = records.slice(0, address.limit)
  const cursorOf = (record: { sort_values: string[] } | undefined) => (record ? writeCursor(record.sort_values) : null)
  return {
    rows: page.map((record) => toRow(source, record)),
    first: cursorOf(page[0]),
    last: cursorOf(page.at(-1)),
    isMore: records.length > page.length,
  }
}

// The own id decides last, so that no two rows share a place.
function partsOf(source: ListSource, actor: Actor, address: ListAddress, isTurned: boolean): KeyPart[] {
  const sorts = [address.sort, ...address.then]
  const byKey = new Map(source.shape.columns.map((column) => [sortKeyOf(column), column]))
  const parts = sorts.flatMap(({ key, direction }): KeyPart[] => {
    const column = byKey.get(key)
    if (!column) return []
    const isDescending = direction === 'desc'
    return [{ ...sortedColumn(column, columnOf(source, actor, column.key), isDescending), isDescending: isDescending !== isTurned }]
  })
  return [...parts, { expression: source.id, cast: 'uuid', isDescending: (address.sort.direction === 'desc') !== isTurned }]
}

function cellKeys({ shape, extras = {} }: ListSource): string[] {
  return [...shape.columns.filter(({ isField }) => isField !== true).map(({ key }) => key), ...Object.keys(extras)]
}

function cellsOf(source: ListSource, actor: Actor): Sql {
  const cells = cellKeys(source).map((key, at) => sql`${cellSql(source, actor, key)} AS ${raw(`cell${at}`)}`)
  return sql`${source.id}::text AS row_id, ${source.currency} AS row_currency, ${join(cells, ', ')}`
}

function cellSql(source: ListSource, actor: Actor, key: string): Sql {
  const extra = source.extras?.[key]
  if (extra) return sql`(${extra})::text`
  const column: ListColumn | undefined = source.shape.columns.find((one) => one.key === key)
  const { value } = columnOf(source, actor, key)
  return column?.kind === 'several' ? sql`array_to_string(${value}, ',')` : sql`(${value})::text`
}

function toRow(source: ListSource, record: Readonly<Record<string, unknown>>): ListRow {
  const cells = cellKeys(source).map((key, at): [string, string | null] => {
    const value = record[`cell${at}`]
    return [key, typeof value === 'string' ? value : null]
  })
  return { id: String(record['row_id']), currency: String(record['row_currency'] ?? ''), cells: Object.fromEntries(cells) }
}
