import { addDays, type CalendarDate } from '@/core/calendar-date'

/** Working days a person has to decide on an exception, the day it was seen not counted. */
export const DECISION_DAYS = 2

export type DueFacts = {
  /** The day it was first seen, in the customer's zone. */
  seenOn: CalendarDate
  /** The first day goods may leave, else the last one; null when the order says neither. */
  shipOn: CalendarDate | null
  /** The customer's holidays. */
  holidays: readonly CalendarDate[]
}

/**
 * The day until whose close an exception has to be decided: two working days of the customer, and no later than the last working
 * day before the ship window opens. Never before the day it was seen: a window that is open already leaves today.
 */
export function dueDay({ seenOn, shipOn, holidays }: DueFacts): CalendarDate {
  const usual = workingDay(seenOn, DECISION_DAYS, holidays)
  const lastChance = shipOn === null ? usual : workingDay(shipOn, -1, holidays)
  const due = lastChance < usual ? lastChance : usual
  return due < seenOn ? seenOn : due
}

/** The working day that many working days after a day, or before it when negative. Saturdays, Sundays and holidays do not count. */
export function workingDay(from: CalendarDate, days: number, holidays: readonly CalendarDate[]): CalendarDate {
  const stride = days < 0 ? -1 : 1
  let day = from
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, stride)
    if (isWorkingDay(day, holidays)) left -= 1
  }
  return day
}

function isWorkingDay(day: CalendarDate, holidays: readonly CalendarDate[]): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day)
}
