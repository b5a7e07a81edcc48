import type { TableRow } from '../table'
import { openXml, textOfXml, type XmlAttributes } from '../xml/parse-xml'
import { PlainRows } from './plain-rows'
import { CELL_CHARACTERS_MAX, StringItem } from './read-shared-strings'
import { columnIndex, type RawCell, SheetCells, type SheetContext, type SheetNote, type Sighting } from './sheet-cells'

/** What is known of a sheet when its last row has been read. */
export type SheetEnd = { notes: Map<SheetNote, Sighting>; merges: string[] }
export type SheetRows = SheetEnd & { rows: TableRow[] }

const MERGES_MAX = 10_000
const ROWS_BEGIN = '<sheetData>'
/** What stands above the rows is short; so is a row. Beyond that nothing is held back. */
const HELD_MAX = 1_000_000
/** What is no character of XML, or a line end to be rewritten, or the end of a marked section that stands alone. */
const UNUSUAL = /[^\P{Cc}\t\n]|[\ufffe\uffff]|\]\]>/u

/** Reads all rows of a sheet; see `streamSheet`. */
export async function readSheet(part: AsyncIterable<Uint8Array>, context: SheetContext): Promise<SheetRows> {
  const rows: TableRow[] = []
  const end = await streamSheet(part, context, (taken) => {
    for (const row of taken) rows.push(row)
  })
  return { ...end, rows }
}

/** Reads the rows of a sheet as they stream in; the declared dimension is not believed. Cells are text as the sheet shows them. */
export async function streamSheet(
  part: AsyncIterable<Uint8Array>,
  context: SheetContext,
  take: (rows: TableRow[]) => void | Promise<void>,
): Promise<SheetEnd> {
  const cells = new SheetCells(context)
  const reader = new SheetReader(cells)
  for await (const text of textOfXml(part)) {
    reader.push(text)
    const rows = cells.take()
    if (rows.length > 0) await take(rows)
  }
  reader.end()
  const rows = cells.take()
  if (rows.length > 0) await take(rows)
  return { notes: cells.notes, merges: reader.merges }
}

/**
 * Rows that are written the way spreadsheet programs write them are read as they stand; what is around them, and everything from the
 * first row on that is written otherwise, goes through the XML reader. What comes out is the same.
 */
class SheetReader {
  readonly merges: string[] = []
  readonly #cells: SheetCells
  readonly #plain: PlainRows
  readonly #inline = new StringItem()
  readonly #xml = openXml({
    open: ({ name, attributes }) => this.#open(name, attributes),
    close: (name) => this.#close(name),
    text: (piece) => this.#text(piece),
  })
  #part: 'head' | 'rows' | 'rest' = 'head'
  #held = ''
  #opened = ''
  #cell: RawCell | null = null
  #isValue = false

  constructor(cells: SheetCells) {
    this.#cells = cells
    this.#plain = new PlainRows(cells)
  }

  push(piece: string): void {
    if (this.#part === 'rest') return this.#xml.write(piece)
    const text = this.#held === '' ? piece : this.#held + piece
    this.#held = ''
    const at = this.#part === 'head' ? this.#passHead(text) : 0
    if (at < 0) return
    const isPlain = this.#part === 'rows' && !UNUSUAL.test(at === 0 ? text : text.slice(at))
    const end = isPlain ? this.#plain.read(text, at) : { at, isUnusual: true }
    if (end.isUnusual || text.length - end.at > HELD_MAX) this.#goOn(text.slice(end.at))
    else this.#held = text.slice(end.at)
  }

  end(): void {
    this.#goOn(this.#held)
    this.#xml.close()
  }

  /** Where the rows begin; negative as long as that is open. */
  #passHead(text: string): number {
    const at = text.indexOf(ROWS_BEGIN)
    if (at < 0 && text.length < HELD_MAX) {
      this.#held = text
      return -1
    }
    const end = at < 0 ? 0 : at + ROWS_BEGIN.length
    this.#xml.write(text.slice(0, end))
    // In a comment it is no element.
    this.#part = this.#opened === 'sheetData' ? 'rows' : 'rest'
    return end
  }

  #goOn(text: string): void {
    this.#part = 'rest'
    this.#held = ''
    this.#xml.write(text)
  }

  #open(name: string, attributes: XmlAttributes): void {
    this.#opened = name
    if (name === 'c') this.#cell = this.#startCell(attributes)
    else if (name === 'v') this.#isValue = true
    else if (name === 'f' && this.#cell !== null) this.#cell.hasFormula = true
    else if (name === 'row') this.#cells.startRow(attributes['r'] ?? '', attributes['hidden'] ?? '')
    else if (name === 'mergeCell' && this.merges.length < MERGES_MAX) this.merges.push(attributes['ref'] ?? '')
    else this.#inline.open(name)
  }

  #text(piece: string): void {
    if (this.#isValue && this.#cell !== null) {
      if (this.#cell.value.length <= CELL_CHARACTERS_MAX) this.#cell.value += piece
    } else this.#inline.text(piece)
  }

  #close(name: string): void {
    if (name === 'v') this.#isValue = false
    else if (name === 'c' && this.#cell !== null) {
      this.#cells.add({ ...this.#cell, inline: this.#inline.take() })
      this.#cell = null
    } else if (name === 'row') this.#cells.endRow()
    else this.#inline.close(name)
  }

  #startCell({ r, s, t }: XmlAttributes): RawCell {
    this.#inline.take()
    return { column: columnIndex(r ?? ''), type: t ?? 'n', style: Number(s ?? 0), value: '', inline: '', hasFormula: false }
  }
}
