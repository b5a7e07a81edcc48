import { addDays, asCalendarDate, type CalendarDate, calendarDate } from '@/core/calendar-date'

/** Days from the first to the last one, both included, and the words that say so. */
export type StatedPeriod = { from: CalendarDate; to: CalendarDate; says: string }

const MONTHS: readonly RegExp[] = [
  /jan/i,
  /feb/i,
  /m[aä]r/i,
  /apr/i,
  /ma[iy]/i,
  /jun/i,
  /jul/i,
  /aug/i,
  /sep/i,
  /o[ck]t/i,
  /nov/i,
  /de[cz]/i,
]
const NAMED_MONTH = /\b(jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zä]*\.?[ '/-]{0,2}(20\d\d)\b/i
const DAYS = /\b(20\d\d-\d\d-\d\d)\s*(?:-|–|\.\.|to|bis|through|至|到)\s*(20\d\d-\d\d-\d\d)\b/i
const MONTH_OF_YEAR = /(?<!\d)(20\d\d)(?:[-/.]|年)(0?[1-9]|1[0-2])(?!\d|[-/.]\d)/
const QUARTER = /\bQ([1-4])[ /-]{0,2}(20\d\d)\b|\b(20\d\d)[ /-]{0,2}Q([1-4])\b/i

/**
 * The period that the words of a fine name: days, a month or a quarter of the calendar. Null when they name none; weeks and periods of a retailer's own
 * financial year are not guessed, because where such a year begins differs between retailers.
 */
export function readFinePeriod(text: string): StatedPeriod | null {
  const days = DAYS.exec(text)
  if (days) {
    const [from, to] = [asDay(days[1]), asDay(days[2])]
    return from !== null && to !== null && from <= to ? { from, to, says: days[0] } : null
  }
  const quarter = QUARTER.exec(text)
  if (quarter) return months(Number(quarter[2] ?? quarter[3]), Number(quarter[1] ?? quarter[4]) * 3 - 2, 3, quarter[0])
  const month = MONTH_OF_YEAR.exec(text)
  if (month) return months(Number(month[1]), Number(month[2]), 1, month[0])
  const named = NAMED_MONTH.exec(text)
  if (named === null) return null
  return months(Number(named[2]), MONTHS.findIndex((name) => name.test(named[1] ?? '')) + 1, 1, named[0])
}

/** The calendar month of a day. */
export function monthOf(day: CalendarDate): { from: CalendarDate; to: CalendarDate } {
  const { from, to } = months(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1, '')
  return { from, to }
}

function months(year: number, first: number, count: number, says: string): StatedPeriod {
  const after = first + count
  const next = after > 12 ? `${year + 1}-${two(after - 12)}` : `${year}-${two(after)}`
  return { from: asCalendarDate(`${year}-${two(first)}-01`), to: addDays(asCalendarDate(`${next}-01`), -1), says }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function asDay(text: string | undefined): CalendarDate | null {
  const [year, month, day] = (text ?? '').split('-').map(Number)
  return year === undefined || month === undefined || day === undefined ? null : calendarDate(year, month, day)
}
