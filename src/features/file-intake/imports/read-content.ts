import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { readCsv } from '@/formats/csv/read-csv'
import { detectFormat, unreadableKind } from '@/formats/detect-format'
import { readPdfText } from '@/formats/pdf/read-pdf-text'
import { readSapList } from '@/formats/sap/read-sap-list'
import type { IncomingFile, ReadFile } from '@/formats/staged-row'
import type { Table } from '@/formats/table'
import { decodeText } from '@/formats/text/decode-text'
import { X12SetStream } from './read-x12-stream'
import { PDF_READERS, TABLE_READERS, X12_READERS } from './readers'
import type { ReadSummary } from './reading'
import type { RowSink } from './row-sink'

type Content = Omit<ReadSummary, 'rowKinds' | 'rowsRead' | 'rejected'>

const CHUNK_BYTES = 1024 * 1024

const NOTHING: Content = {
  format: 'unknown',
  kind: 'unknown',
  encoding: null,
  blank: 0,
  totals: { own: null, computed: null, currency: null },
  problems: [],
  waiting: null,
  refused: null,
}

/** Reads one stored file by its content: format, kind, rows into the sink. Runs in the child process; touches no database. */
export async function readContent(storedAt: string, path: string, sink: RowSink): Promise<Content> {
  const bytes = await readFile(storedAt)
  const file: IncomingFile = { path, bytes }
  const format = detectFormat(bytes)
  switch (format) {
    case 'x12':
      return { ...NOTHING, format, ...(await readX12(storedAt, sink)) }
    case 'csv':
    case 'text': {
      const { text, encoding } = decodeText(bytes)
      return { ...NOTHING, format, encoding, ...readTables([readCsv(text)], file, sink, format) }
    }
    case 'sap-list': {
      const { text, encoding } = decodeText(bytes)
      return { ...NOTHING, format, encoding, ...readTables([readSapList(text).table], file, sink, format) }
    }
    case 'pdf':
      return { ...NOTHING, format, ...(await readPaper(file, sink)) }
    case 'unknown':
      return { ...NOTHING, refused: refusalOf(bytes) }
    default:
      return { ...NOTHING, format, kind: format, waiting: 'intake/kind-waits' }
  }
}

async function readX12(storedAt: string, sink: RowSink): Promise<Partial<Content>> {
  const stream = new X12SetStream(sink, X12_READERS)
  for await (const chunk of createReadStream(storedAt, { highWaterMark: CHUNK_BYTES })) stream.push(chunk)
  return stream.end()
}

function refusalOf(bytes: Uint8Array): string {
  const kind = unreadableKind(bytes)
  return kind === null ? 'intake/unknown-format' : `intake/unreadable-${kind}`
}

function readTables(tables: readonly Table[], file: IncomingFile, sink: RowSink, format: string): Partial<Content> {
  const read = tables.flatMap((table) => {
    const reader = TABLE_READERS.find((candidate) => candidate.recognises(table))
    return reader ? [reader.read(table, file)] : []
  })
  const [first] = read
  if (!first) return { kind: format, waiting: 'intake/kind-unknown' }
  sink.startDocument()
  for (const part of read) pour(part, sink)
  return { ...contentOf(first), blank: read.reduce((sum, part) => sum + part.blank, 0), problems: read.flatMap((part) => part.problems) }
}

async function readPaper(file: IncomingFile, sink: RowSink): Promise<Partial<Content>> {
  const { pages, state } = await readPdfText(file.bytes)
  if (state === 'encrypted') return { kind: 'pdf', refused: 'intake/unreadable-encrypted' }
  if (state === 'broken') return { kind: 'pdf', refused: 'intake/unreadable-broken' }
  const reader = PDF_READERS.find((candidate) => candidate.recognises(pages, file))
  if (!reader) return { kind: 'pdf', waiting: 'intake/kind-waits' }
  const read = reader.read(pages, file)
  pour(read, sink)
  return contentOf(read)
}

function pour(read: ReadFile, sink: RowSink): void {
  for (const row of read.rows) sink.add(row)
  for (const rejected of read.rejected) sink.reject(rejected)
}

function contentOf({ kind, blank, totals, problems, waiting }: ReadFile): Partial<Content> {
  return { kind, blank, totals, problems, waiting: waiting ?? null }
}
