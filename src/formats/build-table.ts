import type { Problem } from '@/core/problem'
import { type FindHeader, findHeader, type Header } from './find-header'
import { rowPosition, type Table, type TableColumn, type TableRow } from './table'
import { isBlank, TableBody, type TableLayout } from './table-body'

type Source = { name: string; sheet: string | null; records: readonly TableRow[]; problems: readonly Problem[] }

/** So many lines with content are looked at to find the header and the usual width. */
export const TOP_RECORDS = 400
/** So many of them are kept as they stand, for a person who looks for the header. */
const TOP_SHOWN = 40

/**
 * Makes a table of raw rows: finds the header, parts preamble, rows, totals and footers, and reports ragged rows. Cells come
 * trimmed. `find` is another way to the header, when a person has shown where it is.
 */
export function buildTable(source: Source, find: FindHeader = findHeader): Table {
  const { top, layout } = layTable(source.name, source.sheet, source.records, find)
  const body = new TableBody(layout)
  const rows: TableRow[] = []
  for (const record of source.records) body.push(record, rows)
  const { totals, blankRows, problems } = body.end()
  return { ...top, rows, totals, blankRows, problems: [...source.problems, ...top.problems, ...problems] }
}

/** Finds the header and what stands above it in the first records; `top` is the table without its rows. */
export function layTable(
  name: string,
  sheet: string | null,
  first: readonly TableRow[],
  find: FindHeader = findHeader,
): { top: Table; layout: TableLayout } {
  const records = topOf(first)
  const header = find(records)
  const headerRecord = header === null ? undefined : records[header.index]
  const top: Table = {
    name,
    headerRow: headerRecord?.row ?? 0,
    columns: header === null ? numberedColumns(records) : headerColumns(records, header),
    rows: [],
    preamble: records.slice(0, header === null ? 0 : (header.groupIndex ?? header.index)).map((record) => record.cells),
    totals: [],
    blankRows: 0,
    problems: [],
    // Copies: cells of a record are filled up when it becomes a row.
    top: records.slice(0, TOP_SHOWN).map(({ row, cells }) => ({ row, cells: [...cells] })),
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

/** The columns that a header makes, with the titles above them when it has two rows. */
export function headerColumns(records: readonly { cells: readonly string[] }[], { index, groupIndex }: Header): TableColumn[] {
  return titledColumns(records[index]?.cells ?? [], groupIndex === null ? [] : (records[groupIndex]?.cells ?? []))
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
