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

/** The hour of the company's day, 0 to 23, and the instant at which that day began. */
export function companyClock(): { hour: number; midnight: Date } {
  const at = now()
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: env().RECOUP_TIMEZONE })
  const [hour = 0, minute = 0] = format.format(at).split(':').map(Number)
  return { hour, midnight: new Date(at.getTime() - (hour * 60 + minute) * 60_000) }
}
