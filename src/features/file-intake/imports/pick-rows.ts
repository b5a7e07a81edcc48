import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { readPosition, stepOf } from '@/core/position'
import { type PickedRow, pickCsvRows } from '@/formats/csv/pick-csv-rows'
import type { Excerpt } from '@/formats/excerpt/excerpt'
import { readSapList } from '@/formats/sap/read-sap-list'
import { rowPosition, type Table, type TableRow } from '@/formats/table'
import { decodePieces, type TextSource } from '@/formats/text/decode-pieces'
import { decodeText } from '@/formats/text/decode-text'
import type { Encoding } from '@/formats/text/encoding'
import { readWorkbook } from '@/formats/xlsx/read-workbook'
import { correctionIn } from './correct-tables'
import { columnOfField } from './list-readers'
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
  return (await tablesOf(file)).map((table) => {
    const sheet = table.name === '' ? null : table.name
    return picked(
      sheet,
      table,
      table.rows.filter(({ row }) => wanted.has(rowPosition(sheet, row))),
    )
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
  const tables = await tablesOf(file)
  const table = tables.find(({ name }) => name === (sheet ?? name))
  if (table === undefined) return null
  const at = table.rows.findIndex((candidate) => candidate.row >= row)
  const near = at < 0 ? table.rows.slice(-ROWS_AROUND) : table.rows.slice(Math.max(0, at - ROWS_AROUND), at + ROWS_AROUND + 1)
  return excerptOf(table, near, row, field, '', new Map())
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

async function tablesOf(file: LookedFile): Promise<Table[]> {
  const bytes = await readFile(file.storedAt)
  if (file.format === 'xlsx') return (await readWorkbook(bytes)).tables
  return [readSapList(decodeText(bytes).text).table]
}
