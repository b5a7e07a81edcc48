import { addDays, type CalendarDate } from '@/core/calendar-date'

/** The day by which a carrier desk should have answered, never after the last one on which it has the paper; never before today. */
export function betterProofDueOn(today: CalendarDate, answerDays: number, keptUntil: CalendarDate | null): CalendarDate {
  const usual = addDays(today, answerDays)
  return keptUntil !== null && keptUntil < usual && keptUntil >= today ? keptUntil : usual
}
