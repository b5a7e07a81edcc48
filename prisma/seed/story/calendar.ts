import { addDays, type CalendarDate } from '@/core/calendar-date'

/** Days of the story are whole numbers: 0 is today, -91 is where the quarter starts. */
export type Day = number

export const FIRST_DAY: Day = -91
export const LAST_DAY: Day = 0
export const LAST_PAYMENT_DAY: Day = -1

/** Writes a story day the way each source spells dates. */
export type StoryCalendar = {
  date(day: Day): CalendarDate
  iso(day: Day): string
  american(day: Day): string
  german(day: Day): string
  /** YYYYMMDD. */
  compact(day: Day): string
  /** YYMMDD. */
  short(day: Day): string
  /** YYYYMM, the period in file names. */
  period(day: Day): string
}

/** The calendar whose day 0 is `today`. */
export function storyCalendar(today: CalendarDate): StoryCalendar {
  const iso = (day: Day): string => addDays(today, day)
  const compact = (day: Day) => iso(day).replaceAll('-', '')
  return {
    date: (day) => addDays(today, day),
    iso,
    american: (day) => `${iso(day).slice(5, 7)}/${iso(day).slice(8)}/${iso(day).slice(0, 4)}`,
    german: (day) => `${iso(day).slice(8)}.${iso(day).slice(5, 7)}.${iso(day).slice(0, 4)}`,
    compact,
    short: (day) => compact(day).slice(2),
    period: (day) => compact(day).slice(0, 6),
  }
}
