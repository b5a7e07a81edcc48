import { buildTable } from '../build-table'
import type { FindHeader } from '../find-header'
import type { Table, TableRow } from '../table'
import { type Delimiter, detectDelimiter } from './detect-delimiter'
import { type CsvRecord, readCsvRecords } from './read-csv-records'

/**
 * Reads delimited text as a table; never throws. The delimiter is found by consistency unless given.
 * Cells are trimmed, '="00123"' becomes 00123 and apostrophes around or before an id are taken off; leading zeros stay.
 */
export function readCsv(text: string, options: { name?: string; delimiter?: Delimiter; findHeader?: FindHeader | undefined } = {}): Table {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text
  const delimiter = options.delimiter ?? detectDelimiter(bare) ?? ','
  const { records, problems } = readCsvRecords(bare, delimiter, Infinity, cleanCell)
  return buildTable({ name: options.name ?? '', sheet: null, records: withoutSepLine(records), problems }, options.findHeader)
}

/** The records without the line 'sep=;' that Excel writes on top. */
export function withoutSepLine(records: readonly CsvRecord[]): readonly TableRow[] {
  const [first] = records
  const isSep = first?.row === 1 && (/^sep=.$/i.test(first.cells.join('')) || /^sep=$/i.test(first.cells[0] ?? ''))
  return isSep ? records.slice(1) : records
}

/** Takes off what spreadsheets put around ids so that they stay text: ="00123", '00123', '00123'. Inner blanks stay. */
export function cleanCell(raw: string): string {
  const first = raw.charCodeAt(0)
  // Most cells begin and end with a plain letter or digit.
  if (isBare(first) && isBare(raw.charCodeAt(raw.length - 1))) return raw
  const text = raw.trim()
  if (text === '') return text
  const formula = text.charCodeAt(0) === 61 ? /^="(.*)"$/.exec(text) : null
  if (formula) return formula[1] ?? ''
  if (text.charCodeAt(0) !== 39) return text
  const quoted = /^'([^']*)'$/.exec(text)
  if (quoted) return quoted[1] ?? ''
  return /^'[\d=+@-]/.test(text) ? text.slice(1) : text
}

function isBare(code: number): boolean {
  return (code >= 40 && code < 61) || (code > 61 && code < 127)
}
