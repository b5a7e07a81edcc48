import { expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { requestDueOn } from './request-due'

const today = asCalendarDate('2026-11-23')
const due = (deadline: string | null) => requestDueOn(today, 3, deadline === null ? null : asCalendarDate(deadline))

test.each([
  ['without a deadline after the usual time', null, '2026-11-26'],
  ['with time to spare after the usual time', '2026-12-20', '2026-11-26'],
  ['early enough to file when the deadline is near', '2026-11-27', '2026-11-25'],
  ['never before tomorrow, even when it is late already', '2026-11-20', '2026-11-24'],
])('a paper is due %s', (_when, deadline, expected) => {
  expect(due(deadline)).toBe(expected)
})
