import type { TableRow } from '../table'
import { XmlDefect } from '../xml/parse-xml'
import { CELL_CHARACTERS_MAX, unescapeText } from './read-shared-strings'
import type { NumberFormat } from './read-styles'
import { type ShownNumber, showNumber } from './show-number'

/** What cells of one kind were seen: how many, and the first of them. */
export type Sighting = { count: number; row: number; column: string }
export type SheetNote =
  | 'formula'
  | 'formula-without-value'
  | 'error-cell'
  | 'rounded'
  | 'lost-digits'
  | 'no-date'
  | 'giant-cell'
  | 'too-wide'
  | 'hidden-row'
  | 'broken-cell'

export type SheetContext = { strings: readonly string[]; formats: readonly NumberFormat[]; usesDates1904: boolean; cells: { left: number } }

/** A cell as it stands in the sheet; `column` is null when it does not say where it is. */
export type RawCell = { column: number | null; type: string; style: number; value: string; inline: string; hasFormula: boolean }

const COLUMNS_MAX = 2048
/** A list of a million rows has a few hundred days. */
const DATES_MAX = 5_000

/** Makes rows of the cells of a sheet: text as the sheet shows it, and what had to be said about it. */
export class SheetCells {
  readonly notes = new Map<SheetNote, Sighting>()
  readonly #context: SheetContext
  readonly #dates = new Map<string, ShownNumber>()
  #rows: TableRow[] = []
  #row: TableRow = { row: 0, cells: [] }

  constructor(context: SheetContext) {
    this.#context = context
  }

  startRow(reference: string, hidden: string): void {
    const stated = Number(reference || Number.NaN)
    const row = Number.isSafeInteger(stated) && stated > this.#row.row ? stated : this.#row.row + 1
    this.#row = { row, cells: [] }
    if (hidden === '1' || hidden === 'true') this.#note('hidden-row', 0)
  }

  endRow(): void {
    this.#rows.push(this.#row)
  }

  /** The rows that ended since they were taken last. */
  take(): TableRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  add(cell: RawCell): void {
    const cells = this.#row.cells
    const column = cell.column ?? cells.length
    if (column >= COLUMNS_MAX) return this.#note('too-wide', column)
    let text = this.#textOf(cell, column)
    if (text.length > CELL_CHARACTERS_MAX) {
      this.#note('giant-cell', column)
      text = text.slice(0, CELL_CHARACTERS_MAX)
    }
    if (cell.hasFormula) this.#note(text === '' ? 'formula-without-value' : 'formula', column)
    this.#context.cells.left -= Math.max(1, column + 1 - cells.length)
    if (this.#context.cells.left < 0) throw new XmlDefect('xlsx/too-large', 'The workbook has more cells than are read.')
    while (cells.length < column) cells.push('')
    cells[column] = text.trim()
  }

  #textOf({ type, value, inline, style }: RawCell, column: number): string {
    if (type === 's') {
      const text = this.#context.strings[Number(value.trim() || Number.NaN)]
      if (text === undefined && value.trim() !== '') this.#note('broken-cell', column)
      return text ?? ''
    }
    if (type === 'inlineStr') return inline
    if (type === 'str') return unescapeText(value)
    if (type === 'b') return value.trim() === '1' ? 'TRUE' : value.trim() === '0' ? 'FALSE' : value
    if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '')
    if (type === 'e') {
      this.#note('error-cell', column)
      return value
    }
    if (value.trim() === '') return ''
    const shown = this.#show(value, this.#context.formats[style] ?? PLAIN)
    if (shown.note !== null) this.#note(shown.note, column)
    return shown.text
  }

  #show(value: string, format: NumberFormat): ShownNumber {
    if (format.kind !== 'date') return showNumber(value, format, this.#context.usesDates1904)
    const known = this.#dates.get(value)
    if (known !== undefined) return known
    const shown = showNumber(value, format, this.#context.usesDates1904)
    if (this.#dates.size < DATES_MAX) this.#dates.set(value, shown)
    return shown
  }

  #note(kind: SheetNote, column: number): void {
    const seen = this.notes.get(kind)
    if (seen) seen.count++
    else this.notes.set(kind, { count: 1, row: this.#row.row, column: columnLetters(column) })
  }
}

const PLAIN: NumberFormat = { kind: 'plain' }

/** 'C12' is 2; null when the reference is missing or no reference. */
export function columnIndex(reference: string): number | null {
  const letters = /^\$?([A-Z]{1,3})\$?\d*$/i.exec(reference)?.[1]
  if (letters === undefined) return null
  let index = 0
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
