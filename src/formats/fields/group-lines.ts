import type { LongTable, Table, TableRow } from '../table'
import { readCell } from './read-cell'
import type { FieldRow, GivenValues } from './read-fields'
import type { MatchedShape } from './table-shape'

/** The row in which each document of a list ends; null when nobody counted. */
export type LastRows = ReadonlyMap<string, number> | null

/** Which lines of a list make one document. */
export type LineGrouping = {
  /** The fields whose values say it, all of them ids. */
  by: readonly string[]
  /** Tells the document of a line by those values; the table is without its rows. */
  keyOf: (table: Table) => (values: FieldRow['values']) => string
}

/** The document of every line, by its cells alone: so a list can be counted before it is read. */
export class LineKeys {
  readonly #columns: readonly { name: string; index: number; constant: string | null }[]
  readonly #needed: readonly number[]
  readonly #keyOf: (values: FieldRow['values']) => string

  constructor(
    { by, keyOf }: LineGrouping,
    table: Table,
    { shape, columns }: MatchedShape,
    constants: GivenValues['constants'] | undefined,
  ) {
    this.#columns = by.map((name) => ({ name, index: columns.get(name) ?? -1, constant: constants?.get(name) ?? null }))
    this.#needed = Object.entries(shape.fields).flatMap(([name, { needs }]) =>
      needs !== 'value' || constants?.has(name) === true ? [] : (columns.get(name) ?? []),
    )
    this.#keyOf = keyOf(table)
  }

  /** False for a row that says too little to be a line of any document: a note, a stray cell. */
  isLine({ cells }: TableRow): boolean {
    return this.#needed.every((index) => (cells[index] ?? '') !== '')
  }

  keyOf(row: TableRow): string {
    const values: FieldRow['values'] = {}
    for (const { name, index, constant } of this.#columns) {
      const read = readCell(constant ?? row.cells[index] ?? '', 'id', { numbers: 'point', dates: 'iso' }, null)
      values[name] = 'value' in read ? read.value : null
    }
    return this.#keyOf(values)
  }

  /** The row in which every document ends. Null for a table that stands in memory anyway, where nothing is saved by knowing it. */
  async lastRows(table: LongTable): Promise<LastRows> {
    if (table.isInMemory === true) return null
    const last = new Map<string, number>()
    await table.read((rows) => {
      for (const row of rows) if (this.isLine(row)) last.set(this.keyOf(row), row.row)
    })
    return last
  }
}

/** Keeps the lines of documents until each is whole. */
export class OpenDocuments {
  readonly #keys: LineKeys
  readonly #lastRows: LastRows
  readonly #open = new Map<string, FieldRow[]>()

  constructor(keys: LineKeys, lastRows: LastRows) {
    this.#keys = keys
    this.#lastRows = lastRows
  }

  /** Takes a line, null when it could not be read; answers the lines of the document that it ends. */
  add(row: TableRow, read: FieldRow | null): FieldRow[] | null {
    if (!this.#keys.isLine(row)) return null
    const key = this.#keys.keyOf(row)
    const lines = this.#open.get(key) ?? []
    if (read !== null) lines.push(read)
    this.#open.set(key, lines)
    // The only document of a list takes its total from the last line.
    if (this.#lastRows === null || this.#lastRows.size === 1 || this.#lastRows.get(key) !== row.row) return null
    this.#open.delete(key)
    return lines
  }

  /** The documents that are still open, and whether there was one only. */
  end(): { documents: FieldRow[][]; isOnly: boolean } {
    return { documents: [...this.#open.values()].filter((lines) => lines.length > 0), isOnly: (this.#lastRows ?? this.#open).size === 1 }
  }
}
