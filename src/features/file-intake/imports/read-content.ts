import { readFile } from 'node:fs/promises'
import { detectFormat, isWorkbook, unreadableKind } from '@/formats/detect-format'
import { inspectFile } from '@/formats/inspect-file'
import type { Format } from '@/formats/inspection'
import { readPdfText } from '@/formats/pdf/read-pdf-text'
import type { IncomingFile } from '@/formats/staged-row'
import type { ByteSource } from '@/formats/text/decode-pieces'
import { decodeText } from '@/formats/text/decode-text'
import { type Content, contentOf, guessed, NOTHING, pour, type Surroundings } from './content'
import { formatOf } from './format-of'
import { bytesOf } from './open-tables'
import { withPackedFile } from './packed-file'
import { type ContainerFormat, readContainer } from './read-container'
import { readEdifactMessages } from './read-edifact-messages'
import { readListText, readPacked } from './read-tables'
import { X12SetStream } from './read-x12-stream'
import { EDIFACT_READERS, FORMAT_READERS, PDF_READERS, X12_READERS } from './readers'
import type { RowSink } from './row-sink'

// Formats that say nothing about their encoding.
const PLAIN_TEXT: ReadonlySet<Format> = new Set<Format>(['bai2', 'lockbox', 'mt940', 'idoc-flat'])

/** Reads one stored file by its content: format, kind, rows into the sink. Runs in the child process; touches no database. */
export async function readContent(storedAt: string, path: string, sink: RowSink, surroundings: Surroundings): Promise<Content> {
  const stored = bytesOf(storedAt)
  const format = await formatOf(storedAt)
  // What is long is never whole in memory.
  if (format === 'x12') return { ...NOTHING, format, ...(await readX12(stored, sink)) }
  if (format === 'csv' || format === 'sap-list' || format === 'text')
    return { ...NOTHING, format, ...(await readListText({ format, path, stored }, sink, surroundings)) }
  if (format === 'xlsx' || format === 'zip') {
    const read = await withPackedFile(storedAt, async (packed) =>
      isWorkbook(packed) ? readPacked({ packed, path, stored }, sink, surroundings) : null,
    )
    if (read !== null) return read
  }
  return readWhole({ path, bytes: await readFile(storedAt), lockboxProfiles: surroundings.lockboxProfiles }, sink, surroundings)
}

async function readWhole(file: IncomingFile, sink: RowSink, surroundings: Surroundings): Promise<Content> {
  const format = detectFormat(file.bytes)
  switch (format) {
    case 'edifact':
      return { ...NOTHING, format, ...readEdifactMessages(file.bytes, sink, EDIFACT_READERS) }
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

async function readX12(stored: ByteSource, sink: RowSink): Promise<Partial<Content>> {
  const stream = new X12SetStream(sink, X12_READERS)
  for await (const chunk of stored()) {
    stream.push(chunk)
    await sink.room()
  }
  return stream.end()
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
