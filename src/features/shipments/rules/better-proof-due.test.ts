import { expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { betterProofDueOn } from './better-proof-due'

const day = asCalendarDate
const TODAY = day('2026-03-20')

test.each([
  ['the usual days', 3, null, '2026-03-23'],
  ['the last day on which the carrier has it, when that is sooner', 3, day('2026-03-21'), '2026-03-21'],
  ['the usual days, when nothing is kept any more anyway', 3, day('2026-03-10'), '2026-03-23'],
])('a better receipt is due within %s', (_name, days, keptUntil, dueOn) => {
  expect(betterProofDueOn(TODAY, days, keptUntil)).toBe(dueOn)
})
