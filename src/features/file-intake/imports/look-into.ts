import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type PlaceStep, readPosition, stepOf } from '@/core/position'
import type { Excerpt } from '@/formats/excerpt/excerpt'
import { lineExcerpt } from '@/formats/excerpt/line-excerpt'
import { camtExcerpt, jsonExcerpt } from '@/formats/excerpt/part-excerpt'
import { edifactExcerpt, x12Excerpt } from '@/formats/excerpt/segment-excerpt'
import { readPdfText } from '@/formats/pdf/read-pdf-text'
import { decodeText } from '@/formats/text/decode-text'
import { ENCODINGS, type Encoding } from '@/formats/text/encoding'
import { correctedExcerpt, pickTables, rowExcerpt } from './pick-rows'
import type { Look, LookedFile, LookRequest } from './reading'

/** Looks into a stored file, in the child process: one place with its neighbours, or many rows as they came. */
export async function lookInto(storedAt: string, look: LookRequest): Promise<Look> {
  const file = { storedAt, format: look.format, encoding: encodingOf(look.encoding) }
  if ('positions' in look) return { excerpt: null, tables: await pickTables(file, look.positions) }
  const steps = readPosition(look.position) ?? []
  const excerpt = await excerptAt(file, steps, look)
  return { excerpt: excerpt ?? (await topOf(file)), tables: [] }
}

async function excerptAt(
  file: LookedFile,
  steps: readonly PlaceStep[],
  place: { position: string; field: string },
): Promise<Excerpt | null> {
  const [row, line, segment] = [stepOf(steps, 'row'), stepOf(steps, 'line'), stepOf(steps, 'segment')]
  switch (file.format) {
    case 'x12':
      return segment === null ? null : x12Excerpt(createReadStream(file.storedAt), place.position, place.field)
    case 'edifact':
      return segment === null ? null : edifactExcerpt(await readFile(file.storedAt), place.position)
    case 'correction':
      return correctedExcerpt(file, place.position)
    case 'sap-list':
      return row === null ? null : listRowAt(file, row, place.field)
    case 'csv':
    case 'xlsx':
      return row === null ? null : rowExcerpt(file, steps.find(({ unit }) => unit === 'sheet')?.at ?? null, row, place.field)
    case 'pdf':
      return pageExcerpt(file, stepOf(steps, 'page') ?? 1, line)
    case 'camt053':
    case 'camt054':
      return line === null ? camtAt(file, steps) : lineAt(file, line)
    case 'amazon-json':
      return jsonExcerpt(decodeText(await readFile(file.storedAt)).text, stepOf(steps, 'order') ?? 1)
    case 'mt940':
      return line === null ? mt940At(file, steps) : lineAt(file, line)
    default:
      return line === null ? null : lineAt(file, line)
  }
}

function lineAt(file: LookedFile, wanted: number): Promise<Excerpt | null> {
  return lineExcerpt(createReadStream(file.storedAt), file.encoding, ({ number }) => number === wanted)
}

/** A row of a list; a line that could not be cut into cells is shown as it stands. */
async function listRowAt(file: LookedFile, row: number, field: string): Promise<Excerpt | null> {
  const excerpt = await rowExcerpt(file, null, row, field)
  return excerpt?.meant == null ? ((await lineAt(file, row)) ?? excerpt) : excerpt
}

async function camtAt(file: LookedFile, steps: readonly PlaceStep[]): Promise<Excerpt | null> {
  return camtExcerpt(decodeText(await readFile(file.storedAt)).text, stepOf(steps, 'statement') ?? 1, stepOf(steps, 'entry'))
}

/** Statements of an MT940 start with :20:, their entries with :61:. */
function mt940At(file: LookedFile, steps: readonly PlaceStep[]): Promise<Excerpt | null> {
  const [statement, entry] = [stepOf(steps, 'statement') ?? 1, stepOf(steps, 'entry') ?? 0]
  const seen = { statements: 0, entries: 0 }
  return lineExcerpt(createReadStream(file.storedAt), file.encoding, ({ text }) => {
    if (/(?:^|\{4:):20:/.test(text)) {
      seen.statements += 1
      seen.entries = 0
    } else if (text.startsWith(':61:')) seen.entries += 1
    else return false
    return seen.statements === statement && seen.entries === entry
  })
}

async function pageExcerpt(file: LookedFile, page: number, line: number | null): Promise<Excerpt | null> {
  const { pages } = await readPdfText(await readFile(file.storedAt))
  const lines = pages[page - 1]
  if (lines === undefined || lines.length === 0) return null
  return {
    unit: 'line',
    titles: null,
    separator: '',
    lines: lines.map((text, index) => ({ number: index + 1, cells: [text], byteOffset: null })),
    meant: line,
    cell: null,
  }
}

/** The first lines of a text whose place is not known; nothing of files that are no text. */
async function topOf(file: LookedFile): Promise<Excerpt | null> {
  if (['xlsx', 'correction', 'pdf', 'image', 'zip', 'unknown'].includes(file.format)) return null
  const top = await lineAt(file, 1)
  return top === null ? null : { ...top, meant: null }
}

function encodingOf(name: string | null): Encoding {
  return ENCODINGS.find((encoding) => encoding === name) ?? 'UTF-8'
}
