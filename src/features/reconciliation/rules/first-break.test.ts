import { expect, test } from 'vitest'
import { findFirstBreak } from './first-break'

test('the first count below what was signed for is where the quantities part', () => {
  expect(findFirstBreak([120n, 120n, 120n, 120n, null, 120n, 96n, 120n, null])).toEqual({ at: 6, before: 120n, after: 96n })
})

test('a step that no document speaks of is passed over', () => {
  expect(findFirstBreak([24n, null, 20n])).toEqual({ at: 2, before: 24n, after: 20n })
})

test('an order that went as ordered has no break', () => {
  expect(findFirstBreak([6n, 6n, null, 6n])).toBeNull()
  expect(findFirstBreak([null, null])).toBeNull()
})
