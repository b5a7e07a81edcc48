import type { Problem } from '@/core/problem'
import { type Table, type TableRow, titleKey } from '../table'
import { cutLine, displayWidth, joinShortLine } from './cut-line'
import { SAP_LIST_COLUMNS } from './list-columns'

/** One line of the header and the places of its bars, by which the same line of every record is cut. */
type HeaderLine = { header: string; bars: number[] }

/** An unconverted list line by line; a record has as many lines as the header. */
type Reading = { headers: readonly HeaderLine[]; heads: Set<string>; table: Table; customer: string | null }

const PREAMBLE_LINES_MAX = 200
const CUSTOMER_TITLES = SAP_LIST_COLUMNS.fbl5n.customer.split(' · ').map(titleKey)

/**
 * Reads an unconverted SAP list (list to file: title, page heads, rulers, '|' bars). Page heads and repeated headers are
 * dropped, subtotal rows ('*', '**') go to `totals`, lines broken inside a text are joined, and rows are cut at the
 * columns of the header's bars because texts may hold bars themselves. Null when the text is no such list.
 */
export function readBarList(text: string, name = ''): Table | null {
  const lines = text.split(/\r\n|\n|\r/)
  const headerAt = findBarHeader(lines)
  if (headerAt === null) return null
  const headers = headerLines(lines, headerAt)
  const titles = headers.flatMap(({ header, bars }) => cutLine(header, header, bars) ?? [])
  const table: Table = {
    name,
    headerRow: headerAt + 1,
    columns: titles.map((title, index) => ({ title: title.trim().replace(/\s+/g, ' '), index, group: '' })),
    rows: [],
    preamble: [],
    totals: [],
    blankRows: 0,
    problems: [],
  }
  const hasCustomer = table.columns.some((column) => CUSTOMER_TITLES.includes(titleKey(column.title)))
  const reading: Reading = { headers, heads: new Set(), table, customer: null }
  for (const line of lines.slice(0, headerAt)) addHead(reading, line)
  if (!hasCustomer && reading.customer !== null) table.columns.push({ title: 'Customer', index: table.columns.length, group: '' })
  for (let at = headerAt + headers.length; at < lines.length; at++) at = readLine(reading, lines, at)
  return table
}

/** The header is the first line of bars whose cells are titles, with a ruler or another line of bars after it. */
function findBarHeader(lines: readonly string[]): number | null {
  for (let at = 0; at < Math.min(lines.length, 120); at++) {
    const line = (lines[at] ?? '').trimEnd()
    if (!isBarLine(line) || isRuler(line)) continue
    const cells = line.split('|').slice(1, -1)
    const next = (lines[at + 1] ?? '').trimEnd()
    const hasWords =
      cells.filter((cell) => /\p{L}/u.test(cell)).length >= Math.max(2, cells.filter((cell) => cell.trim() !== '').length * 0.6)
    if (hasWords && (isRuler(next) || isBarLine(next))) return at
  }
  return null
}

const HEADER_LINES_MAX = 4

/** A list over several lines a record has as many lines of titles, one under the other, and a ruler below them. */
function headerLines(lines: readonly string[], at: number): HeaderLine[] {
  const found: string[] = []
  for (let next = at; next < lines.length && found.length <= HEADER_LINES_MAX; next++) {
    const line = (lines[next] ?? '').trimEnd()
    if (isRuler(line)) break
    if (!isBarLine(line) || line.split('|').some((cell) => /\d/.test(cell) && !/\p{L}/u.test(cell))) return [headerLine(found[0] ?? line)]
    found.push(line)
  }
  return (found.length > HEADER_LINES_MAX ? found.slice(0, 1) : found).map(headerLine)
}

function headerLine(header: string): HeaderLine {
  return { header, bars: [...header.matchAll(/\|/g)].map((match) => match.index) }
}

/** Reads the line at `at`, joined with the ones after it where a text broke it; returns the last line it used. */
function readLine(reading: Reading, lines: readonly string[], at: number): number {
  const line = (lines[at] ?? '').trimEnd()
  if (line === '' || isRuler(line) || reading.headers.some(({ header }) => header === line)) return at
  if (!line.trimStart().startsWith('|')) {
    addHead(reading, line)
    return at
  }
  const record = readRecord(reading, lines, at)
  if (record.cells === null) {
    reading.table.problems.push(unreadable(at + 1, record.line, record.header))
    return record.last
  }
  const trimmed = record.cells.map((cell) => cell.trim())
  // A list by customer names the customer above each block only; it becomes a column of its own.
  if (trimmed.length < reading.table.columns.length && trimmed.some((cell) => cell !== '')) trimmed.push(reading.customer ?? '')
  addRow(reading.table, { row: at + 1, cells: trimmed })
  return record.last
}

type CutRecord = { cells: string[] | null; last: number; line: string; header: string }

/** Cuts the lines of one record, each by its line of the header; a sum may take fewer lines than a record. */
function readRecord({ headers }: Reading, lines: readonly string[], at: number): CutRecord {
  const cells: string[] = []
  let last = at - 1
  for (const [index, { header, bars }] of headers.entries()) {
    if (index > 0 && isEndOfRecord(cells, lines[last + 1]))
      return { cells: [...cells, ...blanks(headers.slice(index))], last, line: '', header }
    const joined = joinShortLine(lines, last + 1, header, bars)
    const cut = cutLine(joined.line, header, bars)
    if (cut === null) return { cells: null, last: joined.last, line: joined.line, header }
    cells.push(...cut)
    last = joined.last
  }
  return { cells, last, line: '', header: headers[0]?.header ?? '' }
}

function isEndOfRecord(cells: readonly string[], next: string | undefined): boolean {
  const line = (next ?? '').trim()
  return line === '' || isRuler(line) || (isSubtotal(cells.map((cell) => cell.trim())) && !line.startsWith('|'))
}

function blanks(headers: readonly HeaderLine[]): string[] {
  return headers.flatMap(({ bars }) => bars.slice(1).map(() => ''))
}

function addRow(table: Table, row: TableRow): void {
  if (row.cells.every((cell) => cell === '')) table.blankRows++
  else if (row.cells.every((cell, index) => cell.replace(/\s+/g, ' ') === table.columns[index]?.title)) return
  else if (isSubtotal(row.cells)) table.totals.push(row.cells)
  else table.rows.push(row)
}

/** '*', '**' in one of the first cells, or a first word that says so with amounts behind. */
function isSubtotal(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '')
  const [first = ''] = filled
  if (cells.slice(0, 3).some((cell) => /^\*{1,5}$/.test(cell))) return true
  return filled.length <= Math.max(3, cells.length / 2) && /^(?:\*+ *)?(?:sub|grand)?(?:total|summe|gesamt|合计|总计|小计)\b/i.test(first)
}

// Page heads come again with another page number or time; they are kept once.
function addHead(reading: Reading, line: string): void {
  const text = line.trim()
  if (text === '' || isRuler(text)) return
  reading.customer =
    /^(?:customer|account|debitor|kunde|客户)(?:\s*(?:no|number|nr)\.?)?\s*[:：]?\s+(\d{3,10})\b/i.exec(text)?.[1] ?? reading.customer
  const mask = text.replace(/\d+/g, '#').replace(/\s+/g, ' ')
  if (reading.heads.has(mask) || reading.table.preamble.length >= PREAMBLE_LINES_MAX) return
  reading.heads.add(mask)
  reading.table.preamble.push(text.split(/ {2,}|\t/))
}

function isBarLine(line: string): boolean {
  const text = line.trim()
  return text.startsWith('|') && text.endsWith('|') && text.split('|').length >= 4
}

function isRuler(line: string): boolean {
  const text = line.trim()
  return text.length >= 5 && /^[-|+=_]+$/.test(text) && /[-=_]{3}/.test(text)
}

function unreadable(row: number, line: string, header: string): Problem {
  const message = `The line has ${displayWidth(line)} columns and its bars do not stand where the header's do (${displayWidth(header)} columns).`
  return { position: `row ${row}`, field: '', code: 'sap/misaligned-row', message }
}
