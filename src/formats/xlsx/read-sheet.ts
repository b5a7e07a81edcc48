import type { TableRow } from '../table'
import { parseXml, type XmlAttributes, XmlDefect } from '../xml/parse-xml'
import { CELL_CHARACTERS_MAX, StringItem, unescapeText } from './read-shared-strings'
import type { NumberFormat } from './read-styles'
import { showNumber } from './show-number'

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

export type SheetRows = { rows: TableRow[]; notes: Map<SheetNote, Sighting>; merges: string[] }
export type SheetContext = { strings: readonly string[]; formats: readonly NumberFormat[]; usesDates1904: boolean; cells: { left: number } }

const COLUMNS_MAX = 2048
const MERGES_MAX = 10_000

type Cell = { column: number; type: string; style: number; value: string; hasFormula: boolean }

/** Reads the rows of a sheet as they stream in; the declared dimension is not believed. Cells are text as the sheet shows them. */
export async function readSheet(part: AsyncIterable<Uint8Array>, context: SheetContext): Promise<SheetRows> {
  const reader = new SheetReader(context)
  await parseXml(part, {
    open: ({ name, attributes }) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (piece) => reader.text(piece),
  })
  return reader.sheet
}

class SheetReader {
  readonly sheet: SheetRows = { rows: [], notes: new Map(), merges: [] }
  readonly #context: SheetContext
  readonly #inline = new StringItem()
  #row: TableRow = { row: 0, cells: [] }
  #cell: Cell | null = null
  #isValue = false

  constructor(context: SheetContext) {
    this.#context = context
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'c') this.#cell = this.#startCell(attributes)
    else if (name === 'v') this.#isValue = true
    else if (name === 'f' && this.#cell !== null) this.#cell.hasFormula = true
    else if (name === 'row') this.#startRow(attributes)
    else if (name === 'mergeCell' && this.sheet.merges.length < MERGES_MAX) this.sheet.merges.push(attributes['ref'] ?? '')
    else this.#inline.open(name)
  }

  text(piece: string): void {
    if (this.#isValue && this.#cell !== null) {
      if (this.#cell.value.length <= CELL_CHARACTERS_MAX) this.#cell.value += piece
    } else this.#inline.text(piece)
  }

  close(name: string): void {
    if (name === 'v') this.#isValue = false
    else if (name === 'c') this.#endCell()
    else if (name === 'row') this.sheet.rows.push(this.#row)
    else this.#inline.close(name)
  }

  #startRow(attributes: XmlAttributes): void {
    const stated = Number(attributes['r'])
    const row = Number.isSafeInteger(stated) && stated > this.#row.row ? stated : this.#row.row + 1
    this.#row = { row, cells: [] }
    if (/^(?:1|true)$/.test(attributes['hidden'] ?? '')) this.#note('hidden-row', 0)
  }

  #startCell(attributes: XmlAttributes): Cell {
    const stated = columnIndex(attributes['r'] ?? '')
    this.#inline.take()
    return {
      column: stated ?? this.#row.cells.length,
      type: attributes['t'] ?? 'n',
      style: Number(attributes['s'] ?? 0),
      value: '',
      hasFormula: false,
    }
  }

  #endCell(): void {
    const cell = this.#cell
    this.#cell = null
    if (cell === null) return
    if (cell.column >= COLUMNS_MAX) return this.#note('too-wide', cell.column)
    let text = this.#textOf(cell)
    if (text.length > CELL_CHARACTERS_MAX) {
      this.#note('giant-cell', cell.column)
      text = text.slice(0, CELL_CHARACTERS_MAX)
    }
    if (cell.hasFormula) this.#note(text === '' ? 'formula-without-value' : 'formula', cell.column)
    const cells = this.#row.cells
    this.#context.cells.left -= Math.max(1, cell.column + 1 - cells.length)
    if (this.#context.cells.left < 0) throw new XmlDefect('xlsx/too-large', 'The workbook has more cells than are read.')
    while (cells.length < cell.column) cells.push('')
    cells[cell.column] = text.trim()
  }

  #textOf(cell: Cell): string {
    if (cell.type === 's') {
      const text = this.#context.strings[Number(cell.value.trim() || Number.NaN)]
      if (text === undefined && cell.value.trim() !== '') this.#note('broken-cell', cell.column)
      return text ?? ''
    }
    if (cell.type === 'inlineStr') return this.#inline.take()
    if (cell.type === 'str') return unescapeText(cell.value)
    if (cell.type === 'b') return cell.value.trim() === '1' ? 'TRUE' : cell.value.trim() === '0' ? 'FALSE' : cell.value
    if (cell.type === 'd') return cell.value.replace(/T00:00:00(?:\.0+)?Z?$/, '')
    if (cell.type === 'e') {
      this.#note('error-cell', cell.column)
      return cell.value
    }
    if (cell.value.trim() === '') return ''
    const shown = showNumber(cell.value, this.#context.formats[cell.style] ?? { kind: 'plain' }, this.#context.usesDates1904)
    if (shown.note !== null) this.#note(shown.note, cell.column)
    return shown.text
  }

  #note(kind: SheetNote, column: number): void {
    const seen = this.sheet.notes.get(kind)
    if (seen) seen.count++
    else this.sheet.notes.set(kind, { count: 1, row: this.#row.row, column: columnLetters(column) })
  }
}

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
