import { ProblemLog } from './problem-log'
import { rowPosition, type Table, type TableEnd, type TableRow } from './table'
import { looksLikeAmount } from './text/read-amount'
import { isTotalWord } from './title-words'

/** Notes and lone totals below a list; more such lines than this are rows. */
const FOOTER_ROWS_MAX = 100

/** A header, the number of cells that rows usually have, and the sheet that positions name, if it is one of several. */
export type TableLayout = Pick<Table, 'headerRow' | 'columns'> & { sheet: string | null; usualWidth: number }

/**
 * Parts the records of a table, as they come, into rows, totals, footers and blank lines, and reports ragged rows. A line
 * that may be a footer is held back until a row follows it.
 */
export class TableBody {
  readonly #layout: TableLayout
  readonly #width: number
  readonly #problems = new ProblemLog()
  readonly #totals: string[][] = []
  #held: TableRow[] = []
  #blankRows = 0
  #blanksSince = 0

  constructor(layout: TableLayout) {
    this.#layout = layout
    this.#width = layout.columns.length
  }

  /** Takes the next record, cells trimmed; adds the rows that are now known to be rows. */
  push(record: TableRow, rows: TableRow[]): void {
    if (record.row <= this.#layout.headerRow) return
    if (isBlank(record.cells)) {
      this.#blanksSince += 1
      return
    }
    this.#blankRows += this.#blanksSince
    this.#blanksSince = 0
    const isFooter = this.#width >= 4 && isFooterLine(record.cells, this.#width)
    if (isFooter) {
      this.#held.push(record)
      if (this.#held.length <= FOOTER_ROWS_MAX) return
    }
    if (this.#held.length > 0) this.#release(rows)
    if (!isFooter) this.#part(record, rows)
  }

  end(): TableEnd {
    for (const { cells } of this.#held) this.#totals.push(cells)
    return { totals: this.#totals, blankRows: this.#blankRows, problems: this.#problems.all() }
  }

  #release(rows: TableRow[]): void {
    for (const record of this.#held) this.#part(record, rows)
    this.#held = []
  }

  #part(record: TableRow, rows: TableRow[]): void {
    const { cells } = record
    const width = this.#width
    if (isTotalRow(cells, width)) {
      this.#totals.push(cells)
      return
    }
    if (this.#isRepeatedHeader(cells)) return
    if (cells.length > width) {
      const last = cells.findLastIndex((cell) => cell !== '')
      if (last >= width) this.#report(record, 'table/too-many-cells', last + 1)
    } else if (cells.length < width) {
      if (cells.length < width - 1 && cells.length < this.#layout.usualWidth) this.#report(record, 'table/too-few-cells', cells.length)
      while (cells.length < width) cells.push('')
    }
    rows.push(record)
  }

  #isRepeatedHeader(cells: readonly string[]): boolean {
    const { columns } = this.#layout
    const title = columns[0]?.title ?? ''
    if (title !== '' && title.charCodeAt(0) !== cells[0]?.charCodeAt(0)) return false
    return columns.length > 1 && columns.every((column) => column.title === spaced(cells[column.index] ?? ''))
  }

  #report({ row }: TableRow, code: string, count: number): void {
    const message = `The row has ${count} cells, the header has ${this.#width}.`
    const facts = { found: String(count), expected: String(this.#width) }
    this.#problems.add({ position: rowPosition(this.#layout.sheet, row), field: '', code, message, facts })
  }
}

/** The rows that the first records of a table are. */
export function rowsOf(records: readonly TableRow[], layout: TableLayout): TableRow[] {
  const rows: TableRow[] = []
  const body = new TableBody(layout)
  for (const record of records) body.push(record, rows)
  return rows
}

export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '') return false
  return true
}

/** A single text in the first cell, or an amount or two without anything in it: notes, 'End of report', unlabelled totals. */
function isFooterLine(cells: readonly string[], width: number): boolean {
  const most = Math.max(1, width / 4)
  let filled = 0
  for (const cell of cells) if (cell !== '' && ++filled > most) return false
  return (cells[0] ?? '') === '' ? cells.every((cell) => cell === '' || looksLikeAmount(cell)) : filled === 1
}

function isTotalRow(cells: readonly string[], width: number): boolean {
  let at = 0
  while (at < cells.length && cells[at] === '') at++
  const first = cells[at] ?? ''
  // No total is announced with digits; most rows begin with one.
  if (isDigit(first.charCodeAt(0)) || /\d/.test(first) || !isTotalWord(first.replace(/[:：\s]+$/, ''))) return false
  const [, ...rest] = cells.filter((cell) => cell !== '')
  return (
    rest.length <= Math.max(2, width / 2) && rest.every((cell) => looksLikeAmount(cell) || /^[A-Z]{3}$/.test(cell) || isTotalWord(cell))
  )
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function spaced(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, ' ') : text
}
