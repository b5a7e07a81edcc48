import { TOP_RECORDS } from '../build-table'
import type { LongTable, Table, TableRow } from '../table'
import type { TextSource } from '../text/decode-pieces'
import { BarListReader } from './bar-list-reader'

/**
 * Reads an unconverted SAP list (list to file: title, page heads, rulers, '|' bars) in memory. Subtotal rows ('*', '**') go to
 * `totals`. Null when the text is no such list.
 */
export function readBarList(text: string, name = ''): Table | null {
  const reader = new BarListReader(name)
  const rows = [...reader.push(text), ...reader.end()]
  return reader.table === null ? null : { ...reader.table, rows }
}

/** Opens an unconverted SAP list of any length; `readBarList` reads the same from a text in memory. Null when it is none. */
export async function openBarList(source: TextSource, name = ''): Promise<LongTable | null> {
  const { reader, rows: sample } = await readTop(source, name)
  const { table } = reader
  if (table === null) return null
  return {
    top: { ...table, totals: [], blankRows: 0, problems: [] },
    sample,
    async read(take) {
      const whole = new BarListReader(name)
      const pour = async (rows: readonly TableRow[]) => void (rows.length > 0 && (await take(rows)))
      for await (const piece of source()) await pour(whole.push(piece))
      await pour(whole.end())
      const { totals, blankRows, problems } = whole.table ?? table
      return { totals, blankRows, problems }
    },
  }
}

async function readTop(source: TextSource, name: string): Promise<{ reader: BarListReader; rows: TableRow[] }> {
  const reader = new BarListReader(name)
  const rows: TableRow[] = []
  for await (const piece of source()) {
    for (const row of reader.push(piece)) rows.push(row)
    if (rows.length >= TOP_RECORDS) return { reader, rows }
  }
  return { reader, rows: [...rows, ...reader.end()] }
}
