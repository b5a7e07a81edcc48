import { addDays, type CalendarDate } from '@/core/calendar-date'

/** Days that filing needs after the paper is there. */
const FILING_DAYS = 2

/** The day by which a paper has to come: after the usual time, but early enough to file; never before tomorrow. */
export function requestDueOn(today: CalendarDate, usualDays: number, deadlineOn: CalendarDate | null): CalendarDate {
  const usual = addDays(today, usualDays)
  const latest = deadlineOn === null ? usual : addDays(deadlineOn, -FILING_DAYS)
  const tomorrow = addDays(today, 1)
  const due = usual < latest ? usual : latest
  return due < tomorrow ? tomorrow : due
}
