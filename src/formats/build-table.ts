import type { Problem } from '@/core/problem'
import { findHeader } from './find-header'
import { rowPosition, type Table, type TableColumn, type TableRow } from './table'
import { looksLikeAmount } from './text/read-amount'
import { isTotalWord } from './title-words'

type Source = { name: string; sheet: string | null; records: readonly TableRow[]; problems: readonly Problem[] }

/** Makes a table of raw rows: finds the header, parts preamble, rows, totals and footers, and reports ragged rows. Cells come trimmed. */
export function buildTable(source: Source): Table {
  const table: Table = {
    name: source.name,
    headerRow: 0,
    columns: [],
    rows: [],
    preamble: [],
    totals: [],
    blankRows: 0,
    problems: [...source.problems],
  }
  const records = source.records.filter((record) => record.cells.some((cell) => cell !== ''))
  const header = findHeader(records)
  const first = header === null ? 0 : header.index + 1
  for (const record of records.slice(0, header === null ? 0 : (header.groupIndex ?? header.index))) table.preamble.push(record.cells)
  const headerRecord = header === null ? undefined : records[header.index]
  const groups = header?.groupIndex == null ? [] : (records[header.groupIndex]?.cells ?? [])
  table.headerRow = headerRecord?.row ?? 0
  table.columns = headerRecord ? titledColumns(headerRecord.cells, groups) : numberedColumns(records)
  if (headerRecord === undefined && records.length > 0)
    table.problems.push(problem(source.sheet, records[0]?.row ?? 1, 'table/no-header', 'No header row was found; columns are numbered.'))
  const body = records.slice(first)
  addRows(table, body, source.sheet)
  const lastRow = body.at(-1)?.row ?? table.headerRow
  table.blankRows = source.records.filter((record) => record.row > table.headerRow && record.row <= lastRow).length - body.length
  return table
}

function addRows(table: Table, body: readonly TableRow[], sheet: string | null): void {
  const width = table.columns.length
  const bodyEnd = footerStart(body, table.columns.length)
  for (const [index, record] of body.entries()) {
    if (index >= bodyEnd || isTotalRow(record.cells, width)) {
      table.totals.push(record.cells)
      continue
    }
    if (isRepeatedHeader(record.cells, table.columns)) continue
    const last = record.cells.findLastIndex((cell) => cell !== '')
    if (last >= width)
      table.problems.push(problem(sheet, record.row, 'table/too-many-cells', `The row has ${last + 1} cells, the header has ${width}.`))
    else if (record.cells.length < width - 1 && record.cells.length < filledWidth(body, width))
      table.problems.push(
        problem(sheet, record.row, 'table/too-few-cells', `The row has ${record.cells.length} cells, the header has ${width}.`),
      )
    table.rows.push({ row: record.row, cells: padded(record.cells, width) })
  }
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

// Lines after the last full row that are a single text or a lone amount: notes, 'End of report', unlabelled totals.
function footerStart(body: readonly TableRow[], width: number): number {
  let end = body.length
  while (end > 0 && width >= 4) {
    const record = body[end - 1]
    const filled = record?.cells.filter((cell) => cell !== '') ?? []
    const isNote = filled.length === 1 && (record?.cells[0] ?? '') !== ''
    const isLoneAmount = filled.length <= Math.max(1, width / 4) && (record?.cells[0] ?? '') === '' && filled.every(looksLikeAmount)
    if (!isNote && !isLoneAmount) break
    end--
  }
  return end
}

function isTotalRow(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell !== '')
  const [first, ...rest] = filled
  if (first === undefined || !isTotalWord(first.replace(/[:：\s]+$/, ''))) return false
  return (
    rest.length <= Math.max(2, width / 2) && rest.every((cell) => looksLikeAmount(cell) || /^[A-Z]{3}$/.test(cell) || isTotalWord(cell))
  )
}

function isRepeatedHeader(cells: readonly string[], columns: readonly TableColumn[]): boolean {
  return columns.length > 1 && columns.every((column) => column.title === (cells[column.index] ?? '').replace(/\s+/g, ' '))
}

// Files whose writers drop trailing empty cells are not ragged.
const widths = new WeakMap<readonly TableRow[], number>()
function filledWidth(body: readonly TableRow[], width: number): number {
  const known = widths.get(body)
  if (known !== undefined) return known
  const counts = new Map<number, number>()
  for (const record of body) counts.set(record.cells.length, (counts.get(record.cells.length) ?? 0) + 1)
  const usual = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? width
  const least = Math.min(usual, width)
  widths.set(body, least)
  return least
}

function padded(cells: string[], width: number): string[] {
  return cells.length >= width ? cells : [...cells, ...Array.from({ length: width - cells.length }, () => '')]
}

function problem(sheet: string | null, row: number, code: string, message: string): Problem {
  return { position: rowPosition(sheet, row), field: '', code, message }
}
