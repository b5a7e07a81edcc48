import { type CalendarDate, dateInZone, parseCalendarDate } from '@/core/calendar-date'
import { env } from './env'

/** The current instant. */
export function now(): Date {
  return new Date()
}

/** Today in the company's zone; RECOUP_TODAY pins it, so that a set of files of another year can be judged as of its own day. */
export function companyToday(): CalendarDate {
  const pinned = env().RECOUP_TODAY
  const date = pinned ? parseCalendarDate(pinned) : null
  return date ?? dateInZone(now(), env().RECOUP_TIMEZONE)
}
