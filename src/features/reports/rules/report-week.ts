import { addDays, asCalendarDate, type CalendarDate, isoWeek, isoWeekStart } from '@/core/calendar-date'

/** An ISO week: its label ('2026-W47'), its Monday and its Sunday. */
export type ReportWeek = { label: string; from: CalendarDate; to: CalendarDate }

/** The ISO week that holds a date. */
export function weekOf(date: CalendarDate): ReportWeek {
  const from = isoWeekStart(date)
  return { label: isoWeek(date), from, to: addDays(from, 6) }
}

/** Reads '2026-W47'; null when there is no such week. Source: ISO 8601, 4 January is always in week 1. */
export function parseReportWeek(text: string): ReportWeek | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(text)
  if (!match) return null
  const first = isoWeekStart(asCalendarDate(`${match[1]}-01-04`))
  const week = weekOf(addDays(first, (Number(match[2]) - 1) * 7))
  return week.label === text ? week : null
}

/** The week `count` weeks later, or earlier when negative. */
export function shiftWeek(week: ReportWeek, count: number): ReportWeek {
  return weekOf(addDays(week.from, count * 7))
}

/** The weeks that end with this one, oldest first. */
export function weeksUntil(week: ReportWeek, count: number): ReportWeek[] {
  return Array.from({ length: count }, (_, index) => shiftWeek(week, index - count + 1))
}

/** '47' of '2026-W47', without a leading zero. */
export function weekNumber(week: ReportWeek): number {
  return Number(week.label.slice(-2))
}
