import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  asCalendarDate,
  calendarDate,
  dateInZone,
  daysBetween,
  fromUtcMidnight,
  isoWeek,
  isoWeekStart,
  parseCalendarDate,
  toUtcMidnight,
} from './calendar-date'

const day = asCalendarDate
const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1990-01-01'), days))

describe('a calendar date', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-00-10', '2025-02-29', '26-01-01', '2026-1-1', '2026-01-01T00:00:00Z', ''])(
    'is not %s',
    (text) => {
      expect(parseCalendarDate(text)).toBeNull()
    },
  )

  it('knows leap days', () => {
    expect(parseCalendarDate('2024-02-29')).toBe('2024-02-29')
    expect(calendarDate(2100, 2, 29)).toBeNull()
    expect(() => asCalendarDate('2026-02-30')).toThrow('not a calendar date: 2026-02-30')
  })

  it('counts days without a clock, also where clocks change', () => {
    expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30')
    expect(daysBetween(day('2026-03-01'), day('2026-04-01'))).toBe(31)
    expect(daysBetween(day('2026-04-01'), day('2026-03-01'))).toBe(-31)
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it.each([
    ['2026-01-01', '2026-W01', '2025-12-29'],
    ['2027-01-01', '2026-W53', '2026-12-28'],
    ['2024-12-30', '2025-W01', '2024-12-30'],
    ['2026-11-22', '2026-W47', '2026-11-16'],
  ])('%s lies in week %s, which starts on %s', (date, week, monday) => {
    expect(isoWeek(day(date))).toBe(week)
    expect(isoWeekStart(day(date))).toBe(monday)
  })

  it('is what the calendar on the wall of a zone shows', () => {
    const at = new Date('2026-03-31T22:30:00Z')
    expect(dateInZone(at, 'UTC')).toBe('2026-03-31')
    expect(dateInZone(at, 'Asia/Shanghai')).toBe('2026-04-01')
    expect(dateInZone(at, 'America/New_York')).toBe('2026-03-31')
  })

  it('goes through the database driver unchanged', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(fromUtcMidnight(toUtcMidnight(date))).toBe(date)
      }),
    )
  })
})
