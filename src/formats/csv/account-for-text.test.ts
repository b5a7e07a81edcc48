import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBarList } from '../sap/read-bar-list'
import { DELIMITERS } from './detect-delimiter'
import { readCsv } from './read-csv'
import { readCsvRecords } from './read-csv-records'

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'Invoice',
    'Amount',
    'Total',
    '1.234,56',
    '12.50-',
    '(3.00)',
    '90000912',
    '03/04/2024',
    '*',
    '="007"',
    "'12'",
    '金额',
    '-',
  ),
  fc.string({ maxLength: 8 }),
)
const line = fc.array(cell, { maxLength: 6 })

describe('delimited text', () => {
  it('keeps every character but quotes, delimiters and line ends', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom('\n', '\r\n', '\r'),
        (lines, delimiter, end) => {
          const text = lines.map((cells) => cells.join(delimiter)).join(end)
          const { records } = readCsvRecords(text, delimiter)
          const bare = (value: string) => value.replace(/["\s]/g, '').replaceAll(delimiter, '')
          expect(bare(records.flatMap(({ cells }) => cells).join(''))).toBe(bare(text))
        },
      ),
      { numRuns: 400, seed: 1 },
    )
  })

  it('accounts for every line: above, header, rows, totals, blanks or a header that comes again', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const text = lines.map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(';')).join('\n')
        const table = readCsv(text, { delimiter: ';' })
        const { records } = readCsvRecords(text, ';')
        const filled = records.filter(({ cells }) => cells.some((value) => value.trim() !== '' && value !== '=""' && value !== "''"))
        const said = table.preamble.length + table.rows.length + table.totals.length
        expect(said).toBeLessThanOrEqual(filled.length)
        const titles = table.columns.map(({ title }) => title).join('\n')
        const again = filled.filter(({ cells }) => cells.map((value) => value.trim().replace(/\s+/g, ' ')).join('\n') === titles).length
        // The header itself, the group titles above it, and headers of later pages.
        expect(filled.length - said).toBeLessThanOrEqual(again + 2)
      }),
      { numRuns: 400, seed: 2 },
    )
  })
})

it('an unconverted list accounts for every line that holds something', () => {
  const row = fc.constantFrom(
    '|100501 |44000101|  9,355.98|',
    '|100501 |a|b     |    792.00|',
    '|100502 |broken',
    'line|',
    '|*      |        | 10,147.98|',
    '|Customer|Document|Amount   |',
    '-------------------------------',
    '',
    'Page 2',
  )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 14 }), (lines) => {
      const head = ['Title', '-------------------------------', '|Custome|Document|   Amount |', '-------------------------------']
      const table = readBarList([...head, ...lines].join('\n'))
      const bars = lines.filter((text) => /^\|/.test(text) && !/^\|Custom/.test(text)).length
      const said = (table?.rows.length ?? 0) + (table?.totals.length ?? 0) + (table?.problems.length ?? 0)
      // A broken line is joined with the one after it, or named.
      expect(said).toBeLessThanOrEqual(bars + lines.filter((text) => /^\|Custom/.test(text)).length)
      expect(said).toBeGreaterThanOrEqual(lines.filter((text) => /^\|100501|^\|\*/.test(text)).length)
    }),
    { numRuns: 300, seed: 3 },
  )
})
