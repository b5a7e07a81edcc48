import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Sought } from '@/core/place-in-file'
import { type PlaceStep, readPosition, stepOf } from '@/core/position'
import { linesOfMail } from '@/formats/eml/mail-lines'
import { readMail } from '@/formats/eml/read-mail'
import { readMsg } from '@/formats/eml/read-msg'
import type { Excerpt } from '@/formats/excerpt/excerpt'
import { lineExcerpt, lineNumberOf, textExcerpt } from '@/formats/excerpt/line-excerpt'
import { camtExcerpt, jsonExcerpt, withMeantValue } from '@/formats/excerpt/part-excerpt'
import { edifactExcerpt, x12Excerpt, x12PositionOf } from '@/formats/excerpt/segment-excerpt'
import { cellHolding, withMeantCell } from '@/formats/excerpt/sought-value'
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
  const excerpt = await excerptAt(file, steps, { ...look, sought: look.sought ?? null })
  return { excerpt: excerpt ?? (await topOf(file)), tables: [] }
}

type Place = { position: string; field: string; sought: Sought | null }

async function excerptAt(file: LookedFile, steps: readonly PlaceStep[], place: Place): Promise<Excerpt | null> {
  const { sought } = place
  const row = stepOf(steps, 'row')
  const line = stepOf(steps, 'line')
  switch (file.format) {
    case 'x12':
      return stepOf(steps, 'segment') === null ? null : x12At(file, place)
    case 'edifact':
      return stepOf(steps, 'segment') === null ? null : edifactExcerpt(await readFile(file.storedAt), place.position, place)
    case 'correction':
      return withMeantCell(await correctedExcerpt(file, place.position), sought)
    case 'sap-list':
      return row === null ? null : withMeantCell(await listRowAt(file, row, place.field), sought)
    case 'csv':
    case 'xlsx': {
      const sheet = steps.find(({ unit }) => unit === 'sheet')?.at ?? null
      const excerpt = row === null ? null : withMeantCell(await rowExcerpt(file, sheet, row, place.field), sought)
      return (file.format === 'csv' && excerpt && sought && (await aboveTable(file, excerpt, sought))) || excerpt
    }
    case 'pdf':
      return pageExcerpt(file, stepOf(steps, 'page') ?? 1, line, sought)
    case 'eml':
    case 'msg':
      return mailExcerpt(file, line, sought)
    case 'camt053':
    case 'camt054':
      return line === null ? withMeantValue(await camtAt(file, steps), sought) : lineAt(file, line, sought)
    case 'amazon-json': {
      const { text } = decodeText(await readFile(file.storedAt))
      return withMeantValue(jsonExcerpt(text, stepOf(steps, 'order') ?? 1, stepOf(steps, 'item')), sought)
    }
    case 'mt940':
      return line === null ? mt940At(file, steps) : lineAt(file, line, sought)
    default:
      return line === null ? null : lineAt(file, line, sought)
  }
}

async function x12At({ storedAt }: LookedFile, place: Place): Promise<Excerpt | null> {
  const bytes = () => createReadStream(storedAt)
  const elsewhere = place.sought && (await x12PositionOf(bytes, place.position, place.field, place.sought))
  return x12Excerpt(bytes, elsewhere ?? place.position, place)
}

async function lineAt({ storedAt, encoding }: LookedFile, wanted: number, sought: Sought | null = null): Promise<Excerpt | null> {
  const meant = (sought && (await lineNumberOf(createReadStream(storedAt), encoding, wanted, sought))) ?? wanted
  return lineExcerpt(createReadStream(storedAt), encoding, ({ number }) => number === meant)
}

/** What a list says once of all its rows stands above its titles; null when the row has the value itself. */
async function aboveTable({ storedAt, encoding }: LookedFile, { titles, lines, meant }: Excerpt, sought: Sought): Promise<Excerpt | null> {
  const row = lines.find(({ number }) => number === meant)
  if (row === undefined || cellHolding(row.cells, sought) !== null) return null
  let isTable = false
  return lineExcerpt(createReadStream(storedAt), encoding, ({ text }) => {
    isTable ||= titles?.slice(0, 2).every((title) => text.includes(title)) === true
    return !isTable && cellHolding([text], sought) !== null
  })
}

/** A row of a list; a line that could not be cut into cells is shown as it stands. */
async function listRowAt(file: LookedFile, row: number, field: string): Promise<Excerpt | null> {
  const excerpt = await rowExcerpt(file, null, row, field)
  return excerpt?.meant == null ? ((await lineAt(file, row)) ?? excerpt) : excerpt
}

/** The lines of a letter as its readers count them: its subject first. */
async function mailExcerpt({ storedAt, format }: LookedFile, line: number | null, sought: Sought | null): Promise<Excerpt | null> {
  const bytes = await readFile(storedAt)
  const { mail } = await (format === 'msg' ? readMsg(bytes) : readMail(bytes))
  return mail && textExcerpt(linesOfMail(mail), line, sought)
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

async function pageExcerpt(file: LookedFile, page: number, line: number | null, sought: Sought | null): Promise<Excerpt | null> {
  const { pages } = await readPdfText(await readFile(file.storedAt))
  const lines = pages[page - 1]
  return lines === undefined || lines.length === 0 ? null : textExcerpt(lines, line, sought)
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
