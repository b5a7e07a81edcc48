import { expect, test } from 'vitest'
import { readTsv, writeTsv } from './tsv'

test('cells go between tabs, lines as spreadsheets break them', () => {
  expect(
    writeTsv([
      ['HP-881204', '1788.00'],
      ['HP-881205', '2682.00'],
    ]),
  ).toBe('HP-881204\t1788.00\r\nHP-881205\t2682.00')
})

test('a cell with a quote, a tab or a line break is quoted, and read back as it was', () => {
  const rows = [
    ['12" pipe', 'two\nlines', 'a\tb', 'plain'],
    ['', '"', '', ''],
  ]
  expect(readTsv(writeTsv(rows))).toEqual(rows)
})

test('what a spreadsheet copies ends with a line break that is no row', () => {
  expect(readTsv('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(readTsv('a\n\nb')).toEqual([['a'], [''], ['b']])
})

test('empty cells keep their place', () => {
  expect(readTsv('a\t\tc\t\n\tb\t\t')).toEqual([
    ['a', '', 'c', ''],
    ['', 'b', '', ''],
  ])
})

test('a quote that is never closed is text', () => {
  expect(readTsv('"12 inch\tb')).toEqual([['"12 inch', 'b']])
})
