import { buildTable } from '../build-table'
import type { Table } from '../table'
import { type Delimiter, detectDelimiter } from './detect-delimiter'
import { readCsvRecords } from './read-csv-records'

/**
 * Reads delimited text as a table; never throws. The delimiter is found by consistency unless given.
 * Cells are trimmed, '="00123"' becomes 00123 and apostrophes around or before an id are taken off; leading zeros stay.
 */
export function readCsv(text: string, options: { name?: string; delimiter?: Delimiter } = {}): Table {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text
  const delimiter = options.delimiter ?? detectDelimiter(bare) ?? ','
  const { records, problems } = readCsvRecords(bare, delimiter)
  const rows = records.map((record) => ({ row: record.row, cells: record.cells.map(cleanCell) }))
  if (/^sep=.$/i.test(rows[0]?.cells.join('') ?? '') || /^sep=$/i.test(rows[0]?.cells[0] ?? '')) rows.shift()
  return buildTable({ name: options.name ?? '', sheet: null, records: rows, problems })
}

/** Takes off what spreadsheets put around ids so that they stay text: ="00123", '00123', '00123'. Inner blanks stay. */
export function cleanCell(raw: string): string {
  const text = raw.trim()
  if (text === '') return text
  const formula = /^="(.*)"$/.exec(text)
  if (formula) return formula[1] ?? ''
  if (text.charCodeAt(0) !== 39) return text
  const quoted = /^'([^']*)'$/.exec(text)
  if (quoted) return quoted[1] ?? ''
  return /^'[\d=+@-]/.test(text) ? text.slice(1) : text
}
