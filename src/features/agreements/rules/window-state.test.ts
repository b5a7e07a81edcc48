import { expect, test } from 'vitest'
import { type StatedWindow, windowStates } from './window-state'

const window = (id: string, days: number, change: Partial<StatedWindow> = {}): StatedWindow => ({
  id,
  days,
  customerId: 'C01',
  category: 'shortage',
  anchor: 'payment',
  isConfirmed: false,
  ...change,
})
const states = (...windows: StatedWindow[]) => Object.fromEntries(windowStates(windows))

test('a window that one source states stands alone, whatever other customers say', () => {
  expect(states(window('a', 30), window('b', 14, { customerId: 'C02' }))).toEqual({ a: 'sole', b: 'sole' })
})

test('of windows that contradict each other the strictest counts', () => {
  expect(states(window('a', 30), window('b', 45))).toEqual({ a: 'strictest', b: 'looser' })
})

test('windows from different days both count, claim by claim', () => {
  expect(states(window('a', 30), window('b', 45, { anchor: 'invoiceDue' }))).toEqual({ a: 'strictest', b: 'strictest' })
})

test('a confirmed window sets the others aside, stricter ones too', () => {
  expect(states(window('a', 30), window('b', 45, { isConfirmed: true }))).toEqual({ a: 'set-aside', b: 'confirmed' })
})
