import { expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { parseReportWeek, shiftWeek, weekNumber, weekOf, weeksUntil } from './report-week'

test('a week runs from Monday to Sunday', () => {
  expect(weekOf(asCalendarDate('2026-11-22'))).toEqual({ label: '2026-W47', from: '2026-11-16', to: '2026-11-22' })
})

test('a label reads back to its week, across the turn of the year too', () => {
  expect(parseReportWeek('2026-W53')).toEqual({ label: '2026-W53', from: '2026-12-28', to: '2027-01-03' })
  expect(parseReportWeek('2027-W01')?.from).toBe('2027-01-04')
})

test.each(['2025-W53', '2026-W00', '2026-W60', '2026-47', ''])('%s is no week', (text) => {
  expect(parseReportWeek(text)).toBeNull()
})

test('twelve weeks end with the one under report', () => {
  const week = weekOf(asCalendarDate('2026-01-05'))
  const weeks = weeksUntil(week, 12)
  expect(weeks).toHaveLength(12)
  expect(weeks.at(-1)).toEqual(week)
  expect(weeks[0]).toEqual(shiftWeek(week, -11))
  expect(weekNumber(week)).toBe(2)
})
