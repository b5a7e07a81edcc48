import { expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { dueDay, workingDay } from './due-day'

const on = asCalendarDate
// 2026-03-02 is a Monday.
test.each([
  ['two working days after it was seen', '2026-03-02', '2026-03-20', [], '2026-03-04'],
  ['a weekend does not count', '2026-03-05', '2026-03-20', [], '2026-03-09'],
  ['a holiday of the customer does not count', '2026-03-05', '2026-03-20', ['2026-03-09'], '2026-03-10'],
  ['the last working day before goods may leave', '2026-03-06', '2026-03-09', [], '2026-03-06'],
  ['a window that opened already leaves today', '2026-03-06', '2026-03-01', [], '2026-03-06'],
  ['an order without a window', '2026-03-02', null, [], '2026-03-04'],
])('%s', (_name, seenOn, shipOn, holidays, expected) => {
  expect(dueDay({ seenOn: on(seenOn), shipOn: shipOn === null ? null : on(shipOn), holidays: holidays.map(on) })).toBe(expected)
})

test('working days are counted in both directions', () => {
  expect(workingDay(on('2026-03-09'), -1, [])).toBe('2026-03-06')
  expect(workingDay(on('2026-03-06'), 1, [])).toBe('2026-03-09')
})
