import type { Problem } from '@/core/problem'

/** One record: its number from 1 (blank lines count, as in a spreadsheet), where it starts in the text, its raw cells. */
export type CsvRecord = { row: number; at: number; cells: string[] }

const QUOTE = 34
const CR = 13
const LF = 10
// After so many quotes that never close, quotes in this file are taken as plain characters.
const OPEN_QUOTES_MAX = 20

/**
 * Splits delimited text into records: quotes doubled inside quotes, line breaks in quotes, LF, CRLF or CR ends,
 * blanks between a closing quote and the delimiter dropped. A quote that never closes is a finding and is then read
 * as a plain character, so that one bad cell cannot swallow the file. `rowsMax` stops early, for looking at the top.
 */
export function readCsvRecords(text: string, delimiter: string, rowsMax = Infinity): { records: CsvRecord[]; problems: Problem[] } {
  const split = delimiter.charCodeAt(0)
  const records: CsvRecord[] = []
  const problems: Problem[] = []
  let at = 0
  let openQuotes = 0
  while (at < text.length && records.length < rowsMax) {
    const record: CsvRecord = { row: records.length + 1, at, cells: [] }
    for (;;) {
      const quoted: { text: string; end: number } | null =
        text.charCodeAt(at) === QUOTE && openQuotes < OPEN_QUOTES_MAX ? readQuoted(text, at) : null
      if (text.charCodeAt(at) === QUOTE && quoted === null && openQuotes < OPEN_QUOTES_MAX) {
        openQuotes++
        problems.push(unclosed(record.row))
      }
      const start: number = quoted === null ? at : quoted.end
      let end = start
      for (let code = text.charCodeAt(end); end < text.length && code !== split && code !== LF && code !== CR; )
        code = text.charCodeAt(++end)
      const plain = text.slice(start, end)
      record.cells.push(quoted === null ? plain : quoted.text + plain.trimEnd())
      at = end
      if (text.charCodeAt(at) !== split) break
      at++
    }
    at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1
    records.push(record)
  }
  return { records, problems }
}

function readQuoted(text: string, at: number): { text: string; end: number } | null {
  let from = at + 1
  let value = ''
  for (;;) {
    const close = text.indexOf('"', from)
    if (close < 0) return null
    value += text.slice(from, close)
    if (text.charCodeAt(close + 1) !== QUOTE) return { text: value, end: close + 1 }
    value += '"'
    from = close + 2
  }
}

function unclosed(row: number): Problem {
  return { position: `row ${row}`, field: '', code: 'csv/unclosed-quote', message: 'A quotation mark opens here and never closes.' }
}
