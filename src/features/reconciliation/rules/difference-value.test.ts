import { expect, test } from 'vitest'
import { differenceBetween, readDifferenceValue } from './difference-value'

test('a price is read to the millionth and subtracted exactly', () => {
  const sap = readDifferenceValue('price', '20.01')
  const other = readDifferenceValue('price', '17.215')
  expect(sap).toEqual({ type: 'price', micros: 20_010_000n })
  expect(differenceBetween(sap, other)).toEqual({ type: 'price', micros: -2_795_000n })
})

test('a count below what left the dock is a negative difference', () => {
  expect(differenceBetween(readDifferenceValue('quantity', '120'), readDifferenceValue('quantity', '96'))).toEqual({
    type: 'quantity',
    quantity: -24n,
  })
})

test.each([
  ['netDays', '60', { type: 'days', days: 60 }],
  ['invoice', 'not billed', { type: 'word', word: 'not-billed' }],
  ['goodsIssueStatus', 'A', { type: 'word', word: 'not-issued' }],
  ['delivery', '2026-11-20', { type: 'date', date: '2026-11-20' }],
  ['price', null, null],
])('%s %s is read as what it is', (field, text, expected) => {
  expect(readDifferenceValue(field, text)).toEqual(expected)
})

test('words are not subtracted', () => {
  expect(differenceBetween(readDifferenceValue('invoice', 'not billed'), readDifferenceValue('invoice', 'shipped'))).toBeNull()
})
