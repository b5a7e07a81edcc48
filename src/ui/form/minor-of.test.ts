import { expect, test } from 'vitest'
import { minorOf } from './minor-of'

test.each([
  ['1,234.50', '123450'],
  ['1.234,50', '123450'],
  ['12,50', '1250'],
  ['1,200', '120000'],
  ['１２．５', '1250'],
  ['1.5万', '1500000'],
  ['US$ 20', '2000'],
  ['-3', '-300'],
])('%s is read as people of either language write it', (typed, minor) => {
  expect(minorOf(typed, 'USD')).toBe(minor)
})

test('what is no amount of the currency stays as it was typed', () => {
  for (const typed of ['abc', '12.345', '1.2.3,4', '一千']) expect(minorOf(typed, 'USD')).toBe(typed)
  expect(minorOf('12.5', 'JPY')).toBe('12.5')
})
