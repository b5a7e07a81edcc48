import { CSV_MEANINGS } from '@/formats/csv/csv-meanings'
import { readCsv } from '@/formats/csv/read-csv'
import { sumDecimals } from '@/formats/decimal-text'
import { matchTitles } from '@/formats/fields/match-titles'
import { decodeText } from '@/formats/text/decode-text'
import { decideNumberDialect, readAmount } from '@/formats/text/read-amount'
import { decideDateDialect, readDate } from '@/formats/text/read-date'

/** What the readers get out of delimited text, in the words of the sample expectations. */
export function csvFacts(bytes: Uint8Array): Record<string, unknown> {
  const { text, encoding } = decodeText(bytes)
  const table = readCsv(text)
  const columns = matchTitles(table, CSV_MEANINGS)
  const column = (meaning: string) => table.rows.map(({ cells }) => cells[columns.get(meaning) ?? -1] ?? '')
  const amounts = column('amount')
  const numbers = decideNumberDialect(amounts)
  const read = amounts.map((amount) => readAmount(amount, numbers) ?? '0')
  const directions = column('direction')
  const dates = column('date')
  const days = decideDateDialect(dates)
  return {
    encoding,
    header_line: table.headerRow,
    rows: table.rows.length,
    columns: { each: table.columns.length, filled: table.columns.filter(({ title }) => title !== '').length },
    net: sumDecimals(read),
    dates: dates.map((date) => readDate(date, days)),
    sum_by_direction: Object.fromEntries(
      [...new Set(directions)].map((direction) => [direction, sumDecimals(read.filter((_, index) => directions[index] === direction))]),
    ),
  }
}
