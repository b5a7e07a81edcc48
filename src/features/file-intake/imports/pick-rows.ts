import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { readPosition, stepOf } from '@/core/position'
import { type PickedRow, pickCsvRows } from '@/formats/csv/pick-csv-rows'
import type { Excerpt } from '@/formats/excerpt/excerpt'
import { type LongTable, rowPosition, type Table, type TableRow } from '@/formats/table'
import { decodePieces, type TextSource } from '@/formats/text/decode-pieces'
import type { Encoding } from '@/formats/text/encoding'
import { readWorkbook } from '@/formats/xlsx/read-workbook'
import { correctionIn } from './correct-tables'
import { columnOfField } from './list-readers'
import { withTables } from './open-tables'
import type { LookedFile, PickedTable } from './reading'

const ROWS_AROUND = 3

/** The rows at some positions of a table file as they came, sheet by sheet. Positions that hold no row are left out. */
export async function pickTables(file: LookedFile, positions: readonly string[]): Promise<PickedTable[]> {
  const wanted = new Set(positions)
  const picked = (sheet: string | null, table: Table, rows: readonly TableRow[]): PickedTable => ({
    sheet,
    titles: table.columns.map(({ title }) => title),
    rows: rows.map(({ row, cells }) => ({ position: rowPosition(sheet, row), cells: [...cells] })),
  })
  if (file.format === 'csv') {
    const numbers = new Set(positions.map((position) => stepOf(readPosition(position) ?? [], 'row')))
    const { top, rows } = await pickCsvRows((await textOf(file)).text, (row) => numbers.has(row), Math.max(0, ...[...numbers].map(Number)))
    return [picked(null, top, rows)]
  }
  if (file.format === 'correction') {
    const correction = correctionIn((await readWorkbook(await readFile(file.storedAt))).tables)
    return (correction?.tables ?? []).map(({ titles, rows }) => ({
      sheet: null,
      titles,
      rows: rows.filter(({ position }) => wanted.has(position)),
    }))
  }
  return inTables(file, async (tables) => {
    const found: PickedTable[] = []
    for (const table of tables) {
      const sheet = table.top.name === '' ? null : table.top.name
      const rows: TableRow[] = []
      await table.read((some) => void rows.push(...some.filter(({ row }) => wanted.has(rowPosition(sheet, row)))))
      found.push(picked(sheet, table.top, rows))
    }
    return found
  })
}

/** A corrected row between its neighbours in the workbook that brought it, under the titles of the first file. */
export async function correctedExcerpt(file: LookedFile, position: string): Promise<Excerpt | null> {
  const correction = correctionIn((await readWorkbook(await readFile(file.storedAt))).tables)
  const table = correction?.tables.find(({ rows }) => rows.some((row) => row.position === position))
  if (table === undefined) return null
  const at = table.rows.findIndex((row) => row.position === position)
  const near = table.rows.slice(Math.max(0, at - ROWS_AROUND), at + ROWS_AROUND + 1)
  return {
    unit: 'row',
    titles: table.titles,
    separator: '',
    lines: near.map((row) => ({ number: rowOf(row.position), cells: row.cells, byteOffset: null })),
    meant: rowOf(position),
    cell: null,
  }
}

function rowOf(position: string): number {
  return stepOf(readPosition(position) ?? [], 'row') ?? 0
}

/** A row of a table file between its neighbours, under the titles, with the cell of the field that is meant. */
export async function rowExcerpt(file: LookedFile, sheet: string | null, row: number, field: string): Promise<Excerpt | null> {
  if (file.format === 'csv') {
    const isNear = (number: number) => Math.abs(number - row) <= ROWS_AROUND
    const { text, markBytes } = await textOf(file)
    const { top, rows, delimiter } = await pickCsvRows(text, isNear, row + ROWS_AROUND)
    return excerptOf(top, rows, row, field, delimiter, await offsetsOf(text, markBytes, file.encoding, rows))
  }
  return inTables(file, async (tables) => {
    const table = tables.find(({ top }) => top.name === (sheet ?? top.name))
    return table === undefined ? null : excerptOf(table.top, await rowsAround(table, row), row, field, '', new Map())
  })
}

/** The row, or the place where it would stand, with the rows around it. */
async function rowsAround(table: LongTable, wanted: number): Promise<TableRow[]> {
  const before: TableRow[] = []
  const after: TableRow[] = []
  const isEnough = new Error('enough rows')
  const end = table.read((rows) => {
    for (const row of rows) {
      if (row.row < wanted) before.push(row)
      else after.push(row)
      if (before.length > ROWS_AROUND) before.shift()
      if (after.length > ROWS_AROUND) throw isEnough
    }
  })
  await end.catch((error: unknown) => {
    if (error !== isEnough) throw error
  })
  return [...before, ...after]
}

function excerptOf(
  table: Table,
  rows: readonly TableRow[],
  row: number,
  field: string,
  separator: string,
  offsets: ReadonlyMap<number, number>,
): Excerpt | null {
  if (rows.length === 0) return null
  return {
    unit: 'row',
    titles: table.columns.map(({ title }) => title),
    separator,
    lines: rows.map((line) => ({ number: line.row, cells: line.cells, byteOffset: offsets.get(line.row) ?? null })),
    meant: rows.some((line) => line.row === row) ? row : null,
    cell: columnOfField(table, field),
  }
}

/** The byte that each row starts at: the bytes of all characters before it. */
async function offsetsOf(
  text: TextSource,
  markBytes: number,
  encoding: Encoding,
  rows: readonly PickedRow[],
): Promise<Map<number, number>> {
  const offsets = new Map<number, number>()
  let characters = 0
  let bytes = markBytes
  const open = [...rows]
  for await (const piece of text()) {
    for (let next = open[0]; next !== undefined && next.at < characters + piece.length; next = open[0]) {
      offsets.set(next.row, bytes + bytesOf(piece.slice(0, next.at - characters), encoding))
      open.shift()
    }
    if (open.length === 0) break
    characters += piece.length
    bytes += bytesOf(piece, encoding)
  }
  return offsets
}

function bytesOf(text: string, encoding: Encoding): number {
  return encoding === 'UTF-8' ? Buffer.byteLength(text) : iconv.encode(text, encoding).length
}

/** The text of a file piece by piece, as often as asked. */
async function textOf({ storedAt, encoding }: LookedFile): Promise<{ text: TextSource; markBytes: number }> {
  const bytes = () => createReadStream(storedAt, { highWaterMark: 256 * 1024 })
  let markBytes = 0
  for await (const head of createReadStream(storedAt, { end: 2 })) markBytes = markLength(head as Buffer)
  return { text: () => decodePieces(bytes(), encoding, markBytes), markBytes }
}

function markLength(head: Buffer): number {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 3
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) ? 2 : 0
}

function inTables<Result>(file: LookedFile, work: (tables: readonly LongTable[]) => Promise<Result>): Promise<Result> {
  return withTables(file.storedAt, { encoding: file.encoding, findHeader: undefined }, (opened) => work(opened?.tables ?? []))
}
