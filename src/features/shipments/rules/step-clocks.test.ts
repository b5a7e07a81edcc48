import { expect, test } from 'vitest'
import { type ClockVersion, clockState } from './step-clocks'

const clock = (validFrom: string, validTo: string | null = null, customerId: string | null = null): ClockVersion => ({
  kind: 'invoiced',
  customerId,
  carrier: null,
  validFrom,
  validTo,
})

test.each([
  ['the only version', clock('2026-01-01'), [], 'holds'],
  ['one that begins tomorrow', clock('2026-03-05'), [], 'later'],
  ['one whose last day is over', clock('2026-01-01', '2026-03-03'), [], 'former'],
  ['one that a later version replaced', clock('2026-01-01'), [clock('2026-02-01')], 'former'],
  ['one whose successor has not begun', clock('2026-01-01'), [clock('2026-03-05')], 'holds'],
  ['one whose successor is over', clock('2026-01-01'), [clock('2026-02-01', '2026-02-20')], 'holds'],
  ['one beside a customer of its own', clock('2026-01-01'), [clock('2026-02-01', null, 'c1')], 'holds'],
] as const)('%s is told apart', (_name, version, others, state) => {
  expect(clockState(version, [version, ...others], '2026-03-04')).toBe(state)
})
