import type { Table, TableRow } from '../table'
import type { TextSource } from '../text/decode-pieces'
import { detectDelimiter } from './detect-delimiter'
import { openCsv } from './open-csv'
import { cleanCell, withoutSepLine } from './read-csv'
import { CsvRecordReader } from './read-csv-records'

/** A row with the character of the text that it starts at. */
export type PickedRow = TableRow & { readonly at: number }
/** `top` is the table without its rows. */
export type PickedRows = { readonly top: Table; readonly delimiter: string; readonly rows: PickedRow[] }

const HEAD_CHARACTERS = 64 * 1024

/**
 * Picks rows by their number out of delimited text of any length, without its byte-order mark; numbers are those that `readCsv`
 * gives. `lastRow` says where to stop.
 */
export async function pickCsvRows(source: TextSource, isWanted: (row: number) => boolean, lastRow: number): Promise<PickedRows> {
  const { top } = await openCsv(source)
  const delimiter = detectDelimiter(await headOf(source)) ?? ','
  const reader = new CsvRecordReader(delimiter, lastRow, cleanCell)
  const rows: PickedRow[] = []
  const keep = (records: ReturnType<CsvRecordReader['push']>) => {
    for (const record of records) {
      if (isWanted(record.row) && withoutSepLine([record]).length > 0) rows.push(record)
      if (record.row >= lastRow) return true
    }
    return false
  }
  for await (const text of source()) if (keep(reader.push(text))) return { top, delimiter, rows }
  keep(reader.end())
  return { top, delimiter, rows }
}

async function headOf(source: TextSource): Promise<string> {
  let head = ''
  for await (const piece of source()) {
    head += piece
    if (head.length > HEAD_CHARACTERS) break
  }
  return head
}
