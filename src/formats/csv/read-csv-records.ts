import type { Problem } from '@/core/problem'
import { type CleanCell, LineCutter } from './cut-lines'

/** One record: its number from 1 (blank lines count, as in a spreadsheet), where it starts in the text, its cells. */
export type CsvRecord = { row: number; at: number; cells: string[] }

const QUOTE = 34
const CR = 13
const LF = 10
// After so many quotes that never close, quotes in this file are taken as plain characters.
const OPEN_QUOTES_MAX = 20
/** A quote that does not close within so many characters is taken never to close. */
const QUOTED_CHARACTERS_MAX = 1_000_000
/** A longer record is ended here: no list has such rows, and none may fill the memory. */
const RECORD_CHARACTERS_MAX = 4_000_000

/** A cell in quotes, 'open' when they never close, 'cut' when the text so far does not tell. */
type Quoted = { text: string; end: number } | 'open' | 'cut'

/**
 * Splits delimited text into records: quotes doubled inside quotes, line breaks in quotes, LF, CRLF or CR ends,
 * blanks between a closing quote and the delimiter dropped. A quote that never closes is a finding and is then read
 * as a plain character, so that one bad cell cannot swallow the file. `rowsMax` stops early, for looking at the top; cells come as
 * `clean` makes them.
 */
export function readCsvRecords(
  text: string,
  delimiter: string,
  rowsMax = Infinity,
  clean: CleanCell = asWritten,
): { records: CsvRecord[]; problems: Problem[] } {
  const reader = new CsvRecordReader(delimiter, rowsMax, clean)
  const records = [...reader.push(text), ...reader.end()]
  return { records, problems: reader.problems }
}

/** Splits text that comes in pieces; wherever it is cut, the records are the same. */
export class CsvRecordReader {
  readonly problems: Problem[] = []
  readonly #split: number
  readonly #clean: CleanCell
  readonly #lines: LineCutter
  readonly #rowsMax: number
  #text = ''
  #at = 0
  #before = 0
  #row = 0
  #openQuotes = 0

  constructor(delimiter: string, rowsMax = Infinity, clean: CleanCell = asWritten) {
    this.#split = delimiter.charCodeAt(0)
    this.#clean = clean
    this.#lines = new LineCutter(delimiter, clean)
    this.#rowsMax = rowsMax
  }

  /** The records that this piece completes. */
  push(text: string): CsvRecord[] {
    const hasRest = this.#at < this.#text.length
    this.#before += this.#at
    this.#text = hasRest ? this.#text.slice(this.#at) + text : text
    this.#at = 0
    // A record that goes on is not looked at again before it can end.
    return hasRest && this.#text.length < RECORD_CHARACTERS_MAX && !/[\r\n]/.test(text) ? [] : this.#read(false)
  }

  /** What was left without a line end. */
  end(): CsvRecord[] {
    return this.#read(true)
  }

  #read(isEnd: boolean): CsvRecord[] {
    const text = this.#text
    const records: CsvRecord[] = []
    this.#lines.startAt(text)
    while (this.#at < text.length && this.#row < this.#rowsMax) {
      const record = this.#cutLine(this.#at) ?? this.#readRecord(this.#at, isEnd)
      if (record === null) break
      records.push(record)
    }
    return records
  }

  /** Most lines hold no lone carriage returns, and no quotes or only such as close again: they are cut at once. */
  #cutLine(at: number): CsvRecord | null {
    const cells = this.#lines.cut(at, this.#openQuotes < OPEN_QUOTES_MAX, QUOTED_CHARACTERS_MAX)
    if (cells === null) return null
    this.#row += 1
    this.#at = this.#lines.next
    return { row: this.#row, at: this.#before + at, cells }
  }

  /** Reads one record cell by cell; null when the text so far does not hold all of it. */
  #readRecord(start: number, isEnd: boolean): CsvRecord | null {
    const text = this.#text
    const split = this.#split
    const most = start + RECORD_CHARACTERS_MAX
    const cells: string[] = []
    let opened = 0
    let at = start
    for (;;) {
      let from = at
      let inQuotes = ''
      if (text.charCodeAt(at) === QUOTE && this.#openQuotes + opened < OPEN_QUOTES_MAX) {
        const quoted = readQuoted(text, at, isEnd)
        if (quoted === 'cut') return null
        if (quoted === 'open') opened++
        else {
          inQuotes = quoted.text
          from = quoted.end
        }
      }
      let end = from
      for (let code = text.charCodeAt(end); end < text.length && end < most && code !== split && code !== LF && code !== CR; )
        code = text.charCodeAt(++end)
      if (end >= text.length && end < most && !isEnd) return null
      const plain = text.slice(from, end)
      cells.push(this.#clean(from === at ? plain : inQuotes + plain.trimEnd()))
      at = end
      if (at >= most || text.charCodeAt(at) !== split) break
      at++
    }
    if (text.charCodeAt(at) === CR && at + 1 >= text.length && !isEnd) return null
    return this.#finish(start, at, cells, opened, at >= most)
  }

  #finish(start: number, at: number, cells: string[], opened: number, isCut: boolean): CsvRecord {
    const text = this.#text
    this.#row += 1
    this.#openQuotes += opened
    for (let quote = 0; quote < opened; quote++) this.problems.push(problem(this.#row, 'csv/unclosed-quote', UNCLOSED))
    if (isCut) this.problems.push(problem(this.#row, 'csv/record-too-long', TOO_LONG))
    const isLineEnd = text.charCodeAt(at) === LF || text.charCodeAt(at) === CR
    const isPair = text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF
    this.#at = at + (isPair ? 2 : isLineEnd || !isCut ? 1 : 0)
    this.#lines.startAt(text)
    return { row: this.#row, at: this.#before + start, cells }
  }
}

function asWritten(raw: string): string {
  return raw
}

function readQuoted(text: string, at: number, isEnd: boolean): Quoted {
  let from = at + 1
  let value = ''
  for (;;) {
    const close = text.indexOf('"', from)
    if (close < 0 || close - at > QUOTED_CHARACTERS_MAX)
      return close < 0 && !isEnd && text.length - at <= QUOTED_CHARACTERS_MAX ? 'cut' : 'open'
    if (close + 1 >= text.length && !isEnd) return 'cut'
    value += text.slice(from, close)
    if (text.charCodeAt(close + 1) !== QUOTE) return { text: value, end: close + 1 }
    value += '"'
    from = close + 2
  }
}

const UNCLOSED = 'A quotation mark opens here and never closes.'
const TOO_LONG = 'The row is longer than any list has rows; it is cut here and goes on as the next one.'

function problem(row: number, code: string, message: string): Problem {
  return { position: `row ${row}`, field: '', code, message }
}
