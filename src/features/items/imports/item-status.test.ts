import { expect, test } from 'vitest'
import { itemStatus } from './item-status'

test.each([
  [null, null],
  ['Active', null],
  ['Auslauf', 'discontinued'],
  ['停产', 'discontinued'],
  ['gesperrt', 'blocked'],
  ['Z7', 'z7'],
])('the status %s means %s', (written, meant) => {
  expect(itemStatus(written)).toBe(meant)
})
