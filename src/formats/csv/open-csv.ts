import { layTable, TOP_RECORDS } from '../build-table'
import type { FindHeader } from '../find-header'
import type { LongTable, TableRow } from '../table'
import { isBlank, rowsOf, TableBody } from '../table-body'
import type { TextSource } from '../text/decode-pieces'
import { detectDelimiter } from './detect-delimiter'
import { cleanCell, withoutSepLine } from './read-csv'
import { CsvRecordReader } from './read-csv-records'

/** Enough text to find the delimiter, the header and the usual width of the rows. */
const TOP_CHARACTERS = 64 * 1024

/** Opens delimited text of any length as a table; `readCsv` reads the same from a text in memory. */
export async function openCsv(source: TextSource, name = '', findHeader?: FindHeader): Promise<LongTable> {
  const delimiter = detectDelimiter(await topOf(source)) ?? ','
  const first = await firstRecords(source, delimiter)
  const { top, layout } = layTable(name, null, first, findHeader)
  return {
    top,
    sample: rowsOf(first, layout),
    async read(take) {
      const reader = new CsvRecordReader(delimiter, Infinity, cleanCell)
      const body = new TableBody(layout)
      const pour = async (records: readonly TableRow[]) => {
        const rows: TableRow[] = []
        for (const record of records) body.push(record, rows)
        if (rows.length > 0) await take(rows)
      }
      for await (const text of withoutMark(source())) await pour(withoutSepLine(reader.push(text)))
      await pour(withoutSepLine(reader.end()))
      const { totals, blankRows, problems } = body.end()
      return { totals, blankRows, problems: [...reader.problems, ...top.problems, ...problems] }
    },
  }
}

async function topOf(source: TextSource): Promise<string> {
  let text = ''
  for await (const piece of withoutMark(source())) {
    text += piece
    if (text.length > TOP_CHARACTERS) break
  }
  return text
}

async function firstRecords(source: TextSource, delimiter: string): Promise<TableRow[]> {
  const reader = new CsvRecordReader(delimiter, Infinity, cleanCell)
  const filled: TableRow[] = []
  for await (const text of withoutMark(source())) {
    filled.push(...withoutSepLine(reader.push(text)).filter((record) => !isBlank(record.cells)))
    if (filled.length >= TOP_RECORDS) return filled
  }
  return [...filled, ...withoutSepLine(reader.end())]
}

async function* withoutMark(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let isFirst = true
  for await (const piece of pieces) {
    yield isFirst && piece.startsWith('\ufeff') ? piece.slice(1) : piece
    isFirst &&= piece === ''
  }
}
