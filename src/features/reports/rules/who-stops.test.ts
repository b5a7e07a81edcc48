import { expect, test } from 'vitest'
import { whoStops } from './who-stops'

test('a case counted as each is stopped in the item master', () => {
  expect(whoStops('case-counted-as-each')).toBe('item-master')
})

test('what nobody classified or nobody here causes stays with deductions', () => {
  expect(whoStops(null)).toBe('deductions')
  expect(whoStops('never-returned')).toBe('deductions')
})
