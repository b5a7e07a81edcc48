import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanCell } from './read-csv'
import { readCsvRecords } from './read-csv-records'

test('a line reads the same below a line like it as by itself', () => {
  const cell = fc.constantFrom('', 'a', 'ab', ' ab', '"ab"', '"a,b"', '"a""b"', '"ab"x', '="01"', "'01", '5" x', '12', '"12"')
  const line = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(','))
  fc.assert(
    fc.property(fc.array(line, { minLength: 2, maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      const read = (text: string) => readCsvRecords(text, ',', Infinity, cleanCell).records.map(({ cells }) => cells)
      expect(read(lines.map((text) => text + end).join(''))).toEqual(lines.flatMap((text) => read(text + end)))
    }),
    { numRuns: 500 },
  )
})

test('more columns than most lists have', () => {
  const cells = Array.from({ length: 300 }, (_, column) => `c${column}`)
  const text = `${cells.join(';')}\n`.repeat(3)
  expect(readCsvRecords(text, ';').records.map((record) => record.cells)).toEqual([cells, cells, cells])
})
