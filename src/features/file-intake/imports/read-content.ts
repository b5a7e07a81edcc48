import { readFile } from 'node:fs/promises'
import type { ControlSum } from '@/core/control-sum'
import type { DateOrder } from '@/core/date-order'
import type { Problem } from '@/core/problem'
import type { LockboxProfile } from '@/formats/bank/lockbox-profile'
import { detectFormat, unreadableKind } from '@/formats/detect-format'
import type { ListEnd } from '@/formats/fields/list-end'
import { inspectFile } from '@/formats/inspect-file'
import type { Format } from '@/formats/inspection'
import { tableFingerprint } from '@/formats/mapping/column-keys'
import { readPdfText } from '@/formats/pdf/read-pdf-text'
import type { IncomingFile, ReadFile } from '@/formats/staged-row'
import type { LongTable, Table } from '@/formats/table'
import type { ByteSource } from '@/formats/text/decode-pieces'
import { type DecodedText, decodeText } from '@/formats/text/decode-text'
import { openWorkbook } from '@/formats/xlsx/open-workbook'
import { readWorkbook } from '@/formats/xlsx/read-workbook'
import type { Correction } from '../rules/correction'
import { CorrectedRows, correctionIn, correctTable } from './correct-tables'
import { type OpenedTables, surveyFile } from './file-survey'
import { formatOf } from './format-of'
import { bytesOf } from './open-tables'
import type { PartFolder } from './part-folder'
import { type ContainerFormat, readContainer } from './read-container'
import { readEdifactMessages } from './read-edifact-messages'
import { openList, openText, wholeText } from './read-list-file'
import { X12SetStream } from './read-x12-stream'
import type { TableReader } from './reader'
import { EDIFACT_READERS, FORMAT_READERS, PDF_READERS, TABLE_READERS, TEXT_READERS, X12_READERS } from './readers'
import type { ReadSummary } from './reading'
import type { RowSink } from './row-sink'

export type Content = Omit<ReadSummary, 'rowKinds' | 'rowsRead' | 'rejected' | 'withdrawn' | 'parts'>
/** What a file came in, where its own files go, where our banks put the fields of their lockbox files, and the rows of it that a person corrected. */
export type Surroundings = {
  around: readonly string[]
  parts: PartFolder
  lockboxProfiles: readonly LockboxProfile[]
  correction?: Correction | undefined
  /** How the sender writes dates, where the values leave it open. */
  dateOrder?: DateOrder | null
}

// Formats that say nothing about their encoding.
const PLAIN_TEXT: ReadonlySet<Format> = new Set<Format>(['bai2', 'lockbox', 'mt940', 'idoc-flat'])
export const NOTHING: Content = {
  format: 'unknown',
  kind: 'unknown',
  encoding: null,
  blank: 0,
  totals: { own: null, computed: null, currency: null },
  sums: [],
  problems: [],
  waiting: null,
  refused: null,
}

/** Reads one stored file by its content: format, kind, rows into the sink. Runs in the child process; touches no database. */
export async function readContent(storedAt: string, path: string, sink: RowSink, surroundings: Surroundings): Promise<Content> {
  const stored = bytesOf(storedAt)
  const format = await formatOf(storedAt)
  // What is long is never whole in memory.
  if (format === 'x12') return { ...NOTHING, format, ...(await readX12(stored, sink)) }
  if (format === 'csv' || format === 'sap-list' || format === 'text')
    return { ...NOTHING, format, ...(await readListText({ format, path, stored }, sink, surroundings)) }
  return readWhole({ path, bytes: await readFile(storedAt), lockboxProfiles: surroundings.lockboxProfiles }, stored, sink, surroundings)
}

async function readWhole(file: IncomingFile, stored: ByteSource, sink: RowSink, surroundings: Surroundings): Promise<Content> {
  const format = detectFormat(file.bytes)
  switch (format) {
    case 'edifact':
      return { ...NOTHING, format, ...readEdifactMessages(file.bytes, sink, EDIFACT_READERS) }
    case 'xlsx': {
      const { tables, whole, problems } = await openWorkbook(file.bytes)
      const corrected = surroundings.correction ? null : await correctionOf(file.bytes, whole, tables)
      if (corrected) return { ...NOTHING, format, kind: 'correction', correction: corrected }
      const opened = { tables, encoding: null, sure: true, stored }
      return { ...NOTHING, format, ...(await readTables({ opened, problems, path: file.path, format }, sink, surroundings)) }
    }
    case 'pdf':
      return { ...NOTHING, format, ...(await readPaper(file, sink)) }
    case 'image':
      return { ...NOTHING, format, ...readPages([], file, sink, format) }
    case 'eml':
    case 'msg':
    case 'zip':
      return { ...NOTHING, format, ...(await readParcel(format, file, sink, surroundings)) }
    case 'unknown':
      return { ...NOTHING, refused: refusalOf(file.bytes) }
    default:
      return { ...NOTHING, format, ...((await readByFormat(file, format, sink)) ?? (await recogniseOnly(file, format))) }
  }
}

/** The rows that a person corrected, if these are such; a long workbook is read whole only when its first rows say so. */
async function correctionOf(bytes: Uint8Array, whole: readonly Table[] | null, tables: readonly LongTable[]): Promise<Correction | null> {
  if (whole !== null) return correctionIn(whole)
  const isOne = correctionIn(tables.map(({ top, sample }) => ({ ...top, rows: [...sample] }))) !== null
  return isOne ? correctionIn((await readWorkbook(bytes)).tables) : null
}

async function readX12(stored: ByteSource, sink: RowSink): Promise<Partial<Content>> {
  const stream = new X12SetStream(sink, X12_READERS)
  for await (const chunk of stored()) {
    stream.push(chunk)
    await sink.room()
  }
  return stream.end()
}

async function readListText(
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

function guessed({ encoding, sure }: Pick<DecodedText, 'encoding' | 'sure'>): Problem[] {
  const message = `The encoding is taken to be ${encoding}; the file does not prove it.`
  return sure ? [] : [{ position: 'file', field: 'encoding', code: 'text/encoding-guessed', message, facts: { found: encoding } }]
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

async function readParcel(
  format: ContainerFormat,
  file: IncomingFile,
  sink: RowSink,
  { around, parts }: Surroundings,
): Promise<Partial<Content>> {
  const unpacked = await readContainer(format, file.bytes, around, parts)
  if (unpacked.refused !== null) return { kind: format, refused: unpacked.refused, problems: unpacked.problems }
  pour(unpacked.read, sink)
  return contentOf(unpacked.read)
}

async function readPaper(file: IncomingFile, sink: RowSink): Promise<Partial<Content>> {
  const { pages, state } = await readPdfText(file.bytes)
  if (state === 'encrypted') return { kind: 'pdf', refused: 'intake/unreadable-encrypted' }
  if (state === 'broken') return { kind: 'pdf', refused: 'intake/unreadable-broken' }
  return readPages(pages, file, sink, 'pdf')
}

function readPages(pages: readonly string[][], file: IncomingFile, sink: RowSink, kind: string): Partial<Content> {
  const reader = PDF_READERS.find((candidate) => candidate.recognises(pages, file))
  if (!reader) return { kind, waiting: 'intake/kind-waits' }
  const read = reader.read(pages, file)
  pour(read, sink)
  return contentOf(read)
}

async function readByFormat(file: IncomingFile, format: Format, sink: RowSink): Promise<Partial<Content> | null> {
  const read = await FORMAT_READERS[format]?.(file)
  if (!read) return null
  pour(read, sink)
  if (!PLAIN_TEXT.has(format)) return contentOf(read)
  const decoded = decodeText(file.bytes)
  return { ...contentOf(read), encoding: decoded.encoding, problems: [...guessed(decoded), ...read.problems] }
}

/** A format without a reader here: what it holds is named, the file is kept and waits. */
async function recogniseOnly({ path, bytes }: IncomingFile, format: string): Promise<Partial<Content>> {
  const { documents, encoding, findings } = await inspectFile(path, bytes)
  return { kind: documents[0]?.kind ?? format, encoding, problems: findings, waiting: 'intake/kind-waits' }
}

function refusalOf(bytes: Uint8Array): string {
  const kind = unreadableKind(bytes)
  return kind === null ? 'intake/unknown-format' : `intake/unreadable-${kind}`
}

function pour(read: ReadFile, sink: RowSink): void {
  for (const row of read.rows) sink.add(row)
  for (const rejected of read.rejected) sink.reject(rejected)
}

/** What is said of a file whose rows were poured. */
export function contentOf(read: ListEnd): Partial<Content> {
  const { kind, blank, totals, problems, waiting, provenDates = null, openDates = null } = read
  return { kind, blank, totals, sums: sumsOf(read), problems, waiting: waiting ?? null, provenDates, openDates }
}

function sumsOf({ kind, totals, sums }: ListEnd): ControlSum[] {
  if (sums !== undefined || totals.computed === null) return sums ?? []
  return [{ kind, currency: totals.currency, own: totals.own, computed: totals.computed }]
}
