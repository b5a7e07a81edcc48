import type { Problem } from '@/core/problem'
import { findHeader } from './find-header'
import { rowPosition, type Table, type TableColumn, type TableRow } from './table'
import { isBlank, TableBody, type TableLayout } from './table-body'

type Source = { name: string; sheet: string | null; records: readonly TableRow[]; problems: readonly Problem[] }

/** So many lines with content are looked at to find the header and the usual width. */
export const TOP_RECORDS = 400

/** Makes a table of raw rows: finds the header, parts preamble, rows, totals and footers, and reports ragged rows. Cells come trimmed. */
export function buildTable(source: Source): Table {
  const { top, layout } = layTable(source.name, source.sheet, source.records)
  const body = new TableBody(layout)
  const rows: TableRow[] = []
  for (const record of source.records) body.push(record, rows)
  const { totals, blankRows, problems } = body.end()
  return { ...top, rows, totals, blankRows, problems: [...source.problems, ...top.problems, ...problems] }
}

/** Finds the header and what stands above it in the first records; `top` is the table without its rows. */
export function layTable(name: string, sheet: string | null, first: readonly TableRow[]): { top: Table; layout: TableLayout } {
  const records = topOf(first)
  const header = findHeader(records)
  const headerRecord = header === null ? undefined : records[header.index]
  const groups = header?.groupIndex == null ? [] : (records[header.groupIndex]?.cells ?? [])
  const top: Table = {
    name,
    headerRow: headerRecord?.row ?? 0,
    columns: headerRecord ? titledColumns(headerRecord.cells, groups) : numberedColumns(records),
    rows: [],
    preamble: records.slice(0, header === null ? 0 : (header.groupIndex ?? header.index)).map((record) => record.cells),
    totals: [],
    blankRows: 0,
    problems: [],
  }
  if (headerRecord === undefined && records.length > 0)
    top.problems.push({
      position: rowPosition(sheet, records[0]?.row ?? 1),
      field: '',
      code: 'table/no-header',
      message: 'No header row was found; columns are numbered.',
    })
  const usualWidth = Math.min(usualCells(records.slice(header === null ? 0 : header.index + 1), top.columns.length), top.columns.length)
  return { top, layout: { headerRow: top.headerRow, columns: top.columns, sheet, usualWidth } }
}

function topOf(records: readonly TableRow[]): TableRow[] {
  const top: TableRow[] = []
  for (const record of records) {
    if (top.length >= TOP_RECORDS) break
    if (!isBlank(record.cells)) top.push(record)
  }
  return top
}

function titledColumns(titles: readonly string[], groups: readonly string[]): TableColumn[] {
  const columns: TableColumn[] = []
  let group = ''
  const width = Math.max(titles.length, groups.findLastIndex((title) => title !== '') + 1)
  for (let index = 0; index < width; index++) {
    const above = groups[index] ?? ''
    if (above !== '') group = above
    const title = (titles[index] ?? '').replace(/\s+/g, ' ')
    columns.push({ title: title === '' ? above : title, index, group })
  }
  return columns
}

function numberedColumns(records: readonly TableRow[]): TableColumn[] {
  const width = records.reduce((widest, record) => Math.max(widest, record.cells.length), 0)
  return Array.from({ length: width }, (_, index) => ({ title: `Column ${index + 1}`, index, group: '' }))
}

// Files whose writers drop trailing empty cells are not ragged.
function usualCells(body: readonly TableRow[], width: number): number {
  const counts = new Map<number, number>()
  for (const record of body) counts.set(record.cells.length, (counts.get(record.cells.length) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? width
}
