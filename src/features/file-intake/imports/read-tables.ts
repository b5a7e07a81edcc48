import type { DateOrder } from '@/core/date-order'
import type { Problem } from '@/core/problem'
import type { ListEnd } from '@/formats/fields/list-end'
import { tableFingerprint } from '@/formats/mapping/column-keys'
import type { LongTable, Table } from '@/formats/table'
import type { ByteSource } from '@/formats/text/decode-pieces'
import { openWorkbook } from '@/formats/xlsx/open-workbook'
import { readPackedWorkbook } from '@/formats/xlsx/read-workbook'
import type { PackedBytes } from '@/formats/zip/packed-bytes'
import type { Correction } from '../rules/correction'
import { type Content, contentOf, guessed, NOTHING, pour, type Surroundings, sumsOf } from './content'
import { CorrectedRows, correctionIn, correctTable } from './correct-tables'
import { type OpenedTables, surveyFile } from './file-survey'
import { openList, openText, wholeText } from './read-list-file'
import type { TableReader } from './reader'
import { TABLE_READERS, TEXT_READERS } from './readers'
import type { RowSink } from './row-sink'

/** Reads a workbook, whose bytes stay in its file. */
export async function readPacked(
  { packed, path, stored }: { packed: PackedBytes; path: string; stored: ByteSource },
  sink: RowSink,
  surroundings: Surroundings,
): Promise<Content> {
  const format = 'xlsx'
  const { tables, whole, problems } = await openWorkbook(packed)
  const corrected = surroundings.correction ? null : await correctionOf(packed, whole, tables)
  if (corrected) return { ...NOTHING, format, kind: 'correction', correction: corrected }
  const opened = { tables, encoding: null, sure: true, stored }
  return { ...NOTHING, format, ...(await readTables({ opened, problems, path, format }, sink, surroundings)) }
}

/** The rows that a person corrected, if these are such; a long workbook is read whole only when its first rows say so. */
async function correctionOf(packed: PackedBytes, whole: readonly Table[] | null, tables: readonly LongTable[]): Promise<Correction | null> {
  if (whole !== null) return correctionIn(whole)
  const isOne = correctionIn(tables.map(({ top, sample }) => ({ ...top, rows: [...sample] }))) !== null
  return isOne ? correctionIn((await readPackedWorkbook(packed)).tables) : null
}

/** Reads delimited text, an SAP list or free text. */
export async function readListText(
  { format, path, stored }: { format: 'csv' | 'sap-list' | 'text'; path: string; stored: ByteSource },
  sink: RowSink,
  surroundings: Surroundings,
): Promise<Partial<Content>> {
  const { text, encoding, sure } = await openText(stored)
  const guess = guessed({ encoding, sure })
  if (format === 'text') {
    const whole = await wholeText(text)
    const reader = TEXT_READERS.find((candidate) => candidate.recognises(whole))
    if (reader) {
      const read = reader.read(whole, { path, bytes: Buffer.from(whole) })
      pour(read, sink)
      return { ...contentOf(read), encoding, problems: [...guess, ...read.problems] }
    }
  }
  const opened = { tables: [await openList(text)], encoding, sure, stored }
  return { ...(await readTables({ opened, problems: guess, path, format }, sink, surroundings)), encoding }
}

/** A workbook may hold several lists; a sheet that is none is named and left. What no reader knows is surveyed. */
async function readTables(
  { opened, problems, path, format }: { opened: OpenedTables; problems: readonly Problem[]; path: string; format: string },
  sink: RowSink,
  { correction, dateOrder = null }: Surroundings,
): Promise<Partial<Content>> {
  const { tables } = opened
  const parts: ListEnd[] = []
  const found = correction ? [] : [...problems]
  sink.startDocument()
  for (const table of tables) {
    const reader = TABLE_READERS.find((candidate) => candidate.recognises(table.top))
    if (reader) {
      const read = correction
        ? await readCorrected(reader, table, path, sink, { correction, dateOrder })
        : await reader.read(table, path, sink, dateOrder)
      parts.push(read)
      found.push(...read.problems)
    } else if (tables.length > 1 && table.sample.length > 0 && !correction) {
      const position = `sheet ${table.top.name}`
      found.push({ position, field: 'columns', code: 'intake/sheet-not-read', message: `${position} is no list that is known here` })
    }
  }
  const [first] = parts
  if (!first) return { kind: format, waiting: 'intake/kind-unknown', problems: found, survey: await surveyFile(opened) }
  const open = parts.find(({ openDates }) => openDates !== undefined)
  return {
    ...contentOf(open ?? first),
    sums: parts.flatMap(sumsOf),
    blank: parts.reduce((sum, part) => sum + part.blank, 0),
    problems: found,
    provenDates: parts.find(({ provenDates }) => provenDates)?.provenDates ?? null,
    headers: tables.map(({ top }) => tableFingerprint(top)),
    survey: open ? await surveyFile(opened) : null,
  }
}

/** Of a file with corrections only the corrected rows are taken, and only what is said of them. */
async function readCorrected(
  reader: TableReader,
  table: LongTable,
  path: string,
  sink: RowSink,
  { correction, dateOrder }: { correction: Correction; dateOrder: DateOrder | null },
): Promise<ListEnd> {
  const rows = new CorrectedRows(sink, correction)
  return rows.onlyMeant(await reader.read(correctTable(table, correction), path, rows, dateOrder))
}
