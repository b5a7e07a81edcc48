import { rowPosition, type Table, type TableRow, titleKey } from '../table'
import { findBarHeader, HEADER_WITHIN_LINES, type HeaderLine, headerLines, isRuler, misalignment } from './bar-header'
import { cutLine, joinShortLine } from './cut-line'
import { SAP_LIST_COLUMNS } from './list-columns'

const PREAMBLE_LINES_MAX = 200
const CUSTOMER_TITLES = SAP_LIST_COLUMNS.fbl5n.customer.split(' · ').map(titleKey)
/** A record ends within so many lines: four of the header, each broken into six. */
const LINES_AHEAD = 32

/**
 * Reads an unconverted SAP list line by line as its text comes: rulers, page heads and repeated headers are dropped, lines broken
 * inside a text are joined, and rows are cut at the columns of the header's bars because texts may hold bars themselves.
 */
export class BarListReader {
  /** The table without its rows; null until its header was seen, and when the text has none. */
  table: Table | null = null
  #lines: string[] = []
  /** Lines that were let go before the first one here. */
  #before = 0
  #at = 0
  #rest = ''
  #headers: readonly HeaderLine[] = []
  readonly #heads = new Set<string>()
  #customer: string | null = null
  readonly #name: string

  constructor(name: string) {
    this.#name = name
  }

  /** Takes the next piece of the text; answers the rows that are now whole. */
  push(piece: string): TableRow[] {
    const text = this.#rest + piece
    // A carriage return at the end may be the first half of a line end.
    const end = text.endsWith('\r') ? text.length - 1 : text.length
    const lines = text.slice(0, end).split(/\r\n|\n|\r/)
    this.#rest = `${lines.pop() ?? ''}${text.slice(end)}`
    for (const line of lines) this.#lines.push(line)
    return this.#read(LINES_AHEAD)
  }

  end(): TableRow[] {
    for (const line of this.#rest.split(/\r\n|\n|\r/)) this.#lines.push(line)
    this.#rest = ''
    return this.#read(0)
  }

  #read(ahead: number): TableRow[] {
    if (this.table === null && (ahead === 0 || this.#lines.length >= HEADER_WITHIN_LINES + ahead)) this.#open()
    const { table } = this
    const rows: TableRow[] = []
    if (table === null) return rows
    while (this.#at < this.#lines.length - ahead) this.#at = this.#readLine(table, this.#at, rows) + 1
    this.#lines = this.#lines.slice(this.#at)
    this.#before += this.#at
    this.#at = 0
    return rows
  }

  #open(): void {
    const lines = this.#lines
    const headerAt = findBarHeader(lines)
    if (headerAt === null) return
    this.#headers = headerLines(lines, headerAt)
    const titles = this.#headers.flatMap(({ header, bars }) => cutLine(header, header, bars) ?? [])
    const table: Table = {
      name: this.#name,
      headerRow: headerAt + 1,
      columns: titles.map((title, index) => ({ title: title.trim().replace(/\s+/g, ' '), index, group: '' })),
      rows: [],
      preamble: [],
      totals: [],
      blankRows: 0,
      problems: [],
    }
    for (const line of lines.slice(0, headerAt)) this.#addHead(table, line)
    const hasCustomer = table.columns.some((column) => CUSTOMER_TITLES.includes(titleKey(column.title)))
    if (!hasCustomer && this.#customer !== null) table.columns.push({ title: 'Customer', index: table.columns.length, group: '' })
    this.#at = headerAt + this.#headers.length
    this.table = table
  }

  /** Reads the line at `at`, joined with the ones after it where a text broke it; returns the last line it used. */
  #readLine(table: Table, at: number, rows: TableRow[]): number {
    const line = (this.#lines[at] ?? '').trimEnd()
    if (line === '' || isRuler(line) || this.#headers.some(({ header }) => header === line)) return at
    if (!line.trimStart().startsWith('|')) {
      this.#addHead(table, line)
      return at
    }
    const row = this.#before + at + 1
    const record = this.#readRecord(at)
    if (record.cells === null) {
      const message = misalignment(record.line, record.header)
      table.problems.push({ position: rowPosition(null, row), field: '', code: 'sap/misaligned-row', message })
      return record.last
    }
    const trimmed = record.cells.map((cell) => cell.trim())
    // A list by customer names the customer above each block only; it becomes a column of its own.
    if (trimmed.length < table.columns.length && trimmed.some((cell) => cell !== '')) trimmed.push(this.#customer ?? '')
    addRow(table, { row, cells: trimmed }, rows)
    return record.last
  }

  /** Cuts the lines of one record, each by its line of the header; a sum may take fewer lines than a record. */
  #readRecord(at: number): CutRecord {
    const headers = this.#headers
    const cells: string[] = []
    let last = at - 1
    for (const [index, { header, bars }] of headers.entries()) {
      if (index > 0 && isEndOfRecord(cells, this.#lines[last + 1]))
        return { cells: [...cells, ...blanks(headers.slice(index))], last, line: '', header }
      const joined = joinShortLine(this.#lines, last + 1, header, bars)
      const cut = cutLine(joined.line, header, bars)
      if (cut === null) return { cells: null, last: joined.last, line: joined.line, header }
      cells.push(...cut)
      last = joined.last
    }
    return { cells, last, line: '', header: headers[0]?.header ?? '' }
  }

  // Page heads come again with another page number or time; they are kept once.
  #addHead(table: Table, line: string): void {
    const text = line.trim()
    if (text === '' || isRuler(text)) return
    this.#customer =
      /^(?:customer|account|debitor|kunde|客户)(?:\s*(?:no|number|nr)\.?)?(?:\s*[:：]\s*|\s+)(\d{3,10})\b/i.exec(text)?.[1] ??
      this.#customer
    if (table.preamble.length >= PREAMBLE_LINES_MAX) return
    const mask = text.replace(/\d+/g, '#').replace(/\s+/g, ' ')
    if (this.#heads.has(mask)) return
    this.#heads.add(mask)
    table.preamble.push(text.split(/ {2,}|\t/))
  }
}

type CutRecord = { cells: string[] | null; last: number; line: string; header: string }

function isEndOfRecord(cells: readonly string[], next: string | undefined): boolean {
  const line = (next ?? '').trim()
  return line === '' || isRuler(line) || (isSubtotal(cells.map((cell) => cell.trim())) && !line.startsWith('|'))
}

function blanks(headers: readonly HeaderLine[]): string[] {
  return headers.flatMap(({ bars }) => bars.slice(1).map(() => ''))
}

function addRow(table: Table, row: TableRow, rows: TableRow[]): void {
  if (row.cells.every((cell) => cell === '')) table.blankRows++
  else if (row.cells.every((cell, index) => cell.replace(/\s+/g, ' ') === table.columns[index]?.title)) return
  else if (isSubtotal(row.cells)) table.totals.push(row.cells)
  else rows.push(row)
}

/** '*', '**' in one of the first cells, or a first word that says so with amounts behind. */
function isSubtotal(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '')
  const [first = ''] = filled
  if (cells.slice(0, 3).some((cell) => /^\*{1,5}$/.test(cell))) return true
  return (
    filled.length <= Math.max(3, cells.length / 2) &&
    /^(?:\*+ *)?(?:sub|grand)?(?:total|summe|gesamt|合计|总计|小计)(?!\p{L})/iu.test(first)
  )
}
