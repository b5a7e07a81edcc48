import { readCsv } from '@/formats/csv/read-csv'
import { topFingerprints } from '@/formats/mapping/column-keys'
import { surveyTable, type TableSurvey } from '@/formats/mapping/survey-table'
import type { LongTable } from '@/formats/table'
import type { ByteSource } from '@/formats/text/decode-pieces'
import { decodeAs } from '@/formats/text/decode-text'
import type { Encoding } from '@/formats/text/encoding'

/** One encoding a file may have: its first rows read by it, and what its header would be. */
export type EncodingChoice = { encoding: Encoding; rows: string[][]; fingerprints: string[] }

/** What a file of an unknown kind shows: its tables, and the encodings to choose from when its own is not proven. */
export type FileSurvey = {
  tables: TableSurvey[]
  /** Null for a workbook, which has none. */
  encoding: Encoding | null
  isEncodingSure: boolean
  encodings: EncodingChoice[]
}

/** Tables that were opened, with the bytes they came from; `encoding` is null and `sure` true for a workbook. */
export type OpenedTables = { tables: readonly LongTable[]; encoding: Encoding | null; sure: boolean; stored: ByteSource }

const LOOK_BYTES = 256 * 1024
const ROWS = 8
const CELLS = 8
const CHOICES: readonly Encoding[] = ['windows-1252', 'GB18030', 'Big5', 'Shift_JIS', 'UTF-8']

/** What a person has to see of the tables of a file; null when none has rows of at least two columns. */
export async function surveyFile({ tables, encoding, sure, stored }: OpenedTables): Promise<FileSurvey | null> {
  const surveys: TableSurvey[] = []
  for (const table of tables) if (table.sample.length > 0 && table.top.columns.length > 1) surveys.push(await surveyTable(table))
  if (surveys.length === 0) return null
  const encodings = encoding === null || isProof(encoding, sure) ? [] : encodingChoices(await headOf(stored), encoding)
  return { tables: surveys, encoding, isEncodingSure: sure, encodings }
}

// A mark and strict UTF-8 leave no choice; of the others even a good guess may be told better.
function isProof(encoding: Encoding, sure: boolean): boolean {
  return sure && (encoding === 'ASCII' || encoding.startsWith('UTF-'))
}

/** What the top of a text would be in each encoding; the guessed one first. */
function encodingChoices(head: Uint8Array, guessed: Encoding): EncodingChoice[] {
  return [guessed, ...CHOICES.filter((encoding) => encoding !== guessed)].map((encoding) => {
    const table = readCsv(decodeAs(head, encoding))
    const rows = (table.top ?? []).filter(({ cells }) => cells.some((cell) => /[^\p{ASCII}]/u.test(cell)))
    const shown = (rows.length > 0 ? rows : (table.top ?? [])).slice(0, ROWS)
    return { encoding, rows: shown.map(({ cells }) => cells.slice(0, CELLS)), fingerprints: topFingerprints(table) }
  })
}

/** The first whole lines of a file. */
async function headOf(stored: ByteSource): Promise<Uint8Array> {
  let head = Buffer.alloc(0)
  for await (const piece of stored()) {
    head = Buffer.concat([head, piece])
    if (head.length > LOOK_BYTES) break
  }
  const end = head.length > LOOK_BYTES ? head.lastIndexOf(10, LOOK_BYTES) : -1
  return end > 0 ? head.subarray(0, end + 1) : head
}
