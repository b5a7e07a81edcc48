import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseScaled } from '@/core/money'
import { readAmount } from '../text/read-amount'
import { readCell } from './read-cell'

const NUMBERS = fc.constantFrom('point' as const, 'comma' as const)
const KINDS = fc.constantFrom(['amount', 2] as const, ['price', 6] as const, ['quantity', 0] as const)

test('numbers as nearly all are written are read as the careful way reads them', () => {
  const number = fc.string({ unit: fc.constantFrom(...'0123456789012345.,.,-'), minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(number, NUMBERS, KINDS, (text, numbers, [kind, digits]) => {
      const careful = readAmount(text, numbers)
      const scaled = careful === null ? null : parseScaled(careful, digits)
      const read = readCell(text, kind, { numbers, dates: 'iso' }, 'USD')
      if (scaled !== null) expect(read).toEqual({ value: scaled.toString() })
      else expect('code' in read || read.value === null).toBe(true)
    }),
    { numRuns: 5_000 },
  )
})

test.each([
  ['1,234.50', '123450'],
  ['-0.00', '0'],
  ['0012.5', '1250'],
  ['-12', '-1200'],
])('%s is %s cents', (text, cents) => {
  expect(readCell(text, 'amount', { numbers: 'point', dates: 'iso' }, 'USD')).toEqual({ value: cents })
})
