import { hash } from 'node:crypto'
import type { JsonValue, ReadFile, StagedRow } from '@/formats/staged-row'
import { OccurrenceCounter } from './occurrence-counter'

const CHUNK_CHARACTERS = 256 * 1024
/** Where a fact stands and which envelope carried it is not what it says. */
const NOT_CONTENT: ReadonlySet<string> = new Set([
  'position',
  'sender',
  'receiver',
  'customerHint',
  'groupControl',
  'setControl',
  'envelopeAt',
])
const TEXT_MAX = 4000
/** Numbers and names of the trade are far shorter; what is longer cannot be found again, and an index would refuse the whole file. */
const VALUE_MAX = 2000
/** Running text may be long. */
const RUNNING_TEXT: ReadonlySet<string> = new Set(['text', 'pages', 'links', 'codeText'])

/**
 * Turns rows into COPY text for `import_row` as they are read, chunk by chunk, so that a long file never stands in memory.
 * Equal rows inside one document are numbered: they are distinct facts. Equal rows of two documents are the same fact twice.
 */
export class RowSink {
  readonly kinds = new Set<string>()
  rows = 0
  rejected = 0
  /** Rows up to this number were taken back. */
  withdrawn = 0
  readonly #batchId: string
  readonly #emit: (copyText: string) => void
  readonly #hasRoom: () => Promise<void>
  #buffer: string[] = []
  #length = 0
  #rowNo = 0
  readonly #seen = new OccurrenceCounter()

  constructor(batchId: string, emit: (copyText: string) => void, hasRoom: () => Promise<void> = async () => undefined) {
    this.#batchId = batchId
    this.#emit = emit
    this.#hasRoom = hasRoom
  }

  /** Waits until the rows emitted so far were taken on, so that a long file does not pile them up here. */
  room(): Promise<void> {
    return this.#hasRoom()
  }

  isEmpty(): boolean {
    return this.#rowNo === this.withdrawn
  }

  /** Takes back all rows so far; their numbers are not used again, so that whoever has them can drop them. */
  withdraw(): void {
    this.withdrawn = this.#rowNo
    this.rows = 0
    this.rejected = 0
    this.kinds.clear()
    this.#seen.clear()
  }

  /** Equal rows from here on are counted anew. */
  startDocument(): void {
    this.#seen.clear()
  }

  add(row: StagedRow): void {
    const json = JSON.stringify(row.values)
    const tooLong = json.length > VALUE_MAX ? longValue(row.values) : null
    if (tooLong !== null) {
      const message = `${tooLong} is longer than ${VALUE_MAX} characters`
      this.reject({
        position: row.position,
        text: json,
        problem: { position: row.position, field: tooLong, code: 'row/value-too-long', message },
      })
      return
    }
    this.rows += 1
    this.kinds.add(row.kind)
    const print = fingerprint(row, json)
    this.#write(row.kind, row.position, print, this.#seen.count(print), 'staged', '\\N', storable(json, row.values))
  }

  /** Counts a row that came in before, so that equal rows after it keep their numbers. */
  pass(row: StagedRow): void {
    this.#seen.count(fingerprint(row, JSON.stringify(row.values)))
  }

  reject({ position, text, problem }: ReadFile['rejected'][number]): void {
    this.rejected += 1
    const { field, message, facts } = problem
    const values = { text: text.slice(0, TEXT_MAX), field, message, ...(facts ? { facts } : {}) }
    this.#write('unread', position, '', 1, 'rejected', escapeCopy(problem.code), storable(JSON.stringify(values), values))
  }

  flush(): void {
    if (this.#buffer.length > 0) this.#emit(this.#buffer.join(''))
    this.#buffer = []
    this.#length = 0
  }

  #write(kind: string, position: string, print: string, occurrence: number, status: string, reason: string, json: string): void {
    this.#rowNo += 1
    const line = `${this.#batchId}\t${this.#rowNo}\t${escapeCopy(kind)}\t${escapeCopy(position)}\t${print}\t${occurrence}\t${status}\t${reason}\t${escapeCopy(json)}\n`
    this.#buffer.push(line)
    this.#length += line.length
    if (this.#length >= CHUNK_CHARACTERS) this.flush()
  }
}

/** MD5 of what a row says: equal content gives an equal print wherever it stands. Not a secret, only a comparison. */
function fingerprint({ kind, values }: StagedRow, json: string): string {
  return hash('md5', `${kind}\n${isAllContent(values) ? json : JSON.stringify(values, keepContent)}`)
}

/** True for a plain line whose every value is content: its JSON is what is compared, as it stands. */
function isAllContent(values: StagedRow['values']): boolean {
  for (const key in values) if (typeof values[key] === 'object' && values[key] !== null) return false
  for (const key of NOT_CONTENT) if (values[key] !== undefined) return false
  return true
}

function keepContent(key: string, value: unknown): unknown {
  return NOT_CONTENT.has(key) ? undefined : value
}

/** The first field, of the row or of one of its lines, whose value nobody could have meant; null when there is none. */
function longValue(values: JsonValue, field = 'row'): string | null {
  if (typeof values === 'string') return values.length > VALUE_MAX && !RUNNING_TEXT.has(field) ? field : null
  if (typeof values !== 'object' || values === null || RUNNING_TEXT.has(field)) return null
  const entries = Array.isArray(values) ? values.map((value) => [field, value] as const) : Object.entries(values)
  for (const [name, value] of entries) {
    const found = longValue(value, name)
    if (found !== null) return found
  }
  return null
}

function escapeCopy(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => COPY_ESCAPES[character] ?? character)
}

const COPY_ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** JSON that the database can keep: it knows neither NUL nor halves of characters. */
function storable(json: string, values: unknown): string {
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return json
  return JSON.stringify(values, (_key, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value))
}
