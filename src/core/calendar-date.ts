/** A business date without a clock or zone: '2026-03-31'. Compare with < and >; never pass it through a Date in the browser's zone. */
export type CalendarDate = string & { readonly __calendarDate: true }

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** Accepts 'YYYY-MM-DD' that exists on the calendar, else null: 30 February is nobody's date. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = PATTERN.exec(text)
  if (!match) return null
  return calendarDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** Builds a date from year, month (1-12) and day, or null when there is no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null
  return at.toISOString().slice(0, 10) as CalendarDate
}

/** For literals and database values that are known to be dates; throws on anything else. */
export function asCalendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === null) throw new RangeError(`not a calendar date: ${text}`)
  return date
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromUtc(utcMillis(date) + days * 86_400_000)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utcMillis(to) - utcMillis(from)) / 86_400_000)
}

/** The Monday of the ISO week that holds the date. */
export function isoWeekStart(date: CalendarDate): CalendarDate {
  const weekday = (new Date(utcMillis(date)).getUTCDay() + 6) % 7
  return addDays(date, -weekday)
}

/** ISO week label, e.g. '2026-W47'. Source: ISO 8601, week 1 holds the first Thursday. */
export function isoWeek(date: CalendarDate): string {
  const thursday = addDays(isoWeekStart(date), 3)
  const year = Number(thursday.slice(0, 4))
  const week = Math.floor(daysBetween(asCalendarDate(`${year}-01-01`), thursday) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The calendar date an instant falls on in an IANA zone. */
export function dateInZone(at: Date, timeZone: string): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
  return asCalendarDate(parts)
}

/** The date as a UTC midnight instant: the only form in which date columns travel through the database driver. */
export function toUtcMidnight(date: CalendarDate): Date {
  return new Date(utcMillis(date))
}

/** Inverse of `toUtcMidnight`. */
export function fromUtcMidnight(at: Date): CalendarDate {
  return at.toISOString().slice(0, 10) as CalendarDate
}

function utcMillis(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}

function fromUtc(millis: number): CalendarDate {
  return new Date(millis).toISOString().slice(0, 10) as CalendarDate
}
