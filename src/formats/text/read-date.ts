import { type CalendarDate, calendarDate } from '@/core/calendar-date'

/** How a column writes dates. '-dash' is 31-12-2024, 'name' is 31 Dec 2024 or Dec 31, 2024; a clock time behind is ignored. */
export const DATE_DIALECTS = [
  'iso',
  'compact',
  'ymd-slash',
  'ymd-dots',
  'mdy-slash',
  'dmy-slash',
  'dmy-dots',
  'mdy-dash',
  'dmy-dash',
  'name',
  'chinese',
] as const
export type DateDialect = (typeof DATE_DIALECTS)[number] | 'ambiguous'

type Reading = { dialect: Exclude<DateDialect, 'ambiguous'>; year: number; month: number; day: number }

// biome-ignore format: one line reads best.
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12,
  mär: 3, mrz: 3, mai: 5, okt: 10, dez: 12,
}

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s+/i
// Times: 'T08:00:00Z', ' 21:32:14', ' 3:05 PM', '.123+02:00'.
const TIME = /[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/

/**
 * Reads one date in the dialect of its column; null for blanks, SAP's empty date (zeros) and days that are on no
 * calendar. Two-digit years below 80 are 20xx. In an ambiguous column only a value with a single reading is read.
 */
export function readDate(text: string, dialect: DateDialect): CalendarDate | null {
  const dates = new Set<CalendarDate>()
  for (const reading of readingsOf(text)) {
    if (dialect !== 'ambiguous' && reading.dialect !== dialect) continue
    const date = calendarDate(reading.year, reading.month, reading.day)
    if (date !== null) dates.add(date)
    else if (dialect === 'ambiguous') return null
  }
  const [only] = dates
  return dates.size === 1 && only !== undefined ? only : null
}

/**
 * Decides from all values of a column how it writes dates: the one dialect that every date in it fits. '03/04/2024'
 * fits two; a column of such values is 'ambiguous' unless `hint` (another column of the file, or what this source used
 * last time) is one of them. A column without any value is 'iso'.
 */
export function decideDateDialect(values: readonly string[], hint: DateDialect = 'ambiguous'): DateDialect {
  const evidence = new DateEvidence()
  for (const value of values) evidence.add(value)
  return evidence.decide(hint)
}

const SEEN_MAX = 5_000

/** What the values of a column, seen one after the other, say about how it writes dates. */
export class DateEvidence {
  #count = 0
  #fitting: Set<DateDialect> | null = null
  #isBlank = true
  #readsAlike = true
  // A list of a million rows has a few hundred days.
  readonly #seen = new Set<string>()

  /** True when the value says more than those before. */
  add(value: string): boolean {
    if (value === '') return false
    this.#count += 1
    if (this.#seen.has(value)) return false
    if (this.#seen.size < SEEN_MAX) this.#seen.add(value)
    if (isEmptyDate(value)) return false
    const wasBlank = this.#isBlank
    this.#isBlank = false
    const found = readingsOf(value)
    const readings = new Set<DateDialect>(found.map((reading) => reading.dialect))
    if (readings.size === 0) return wasBlank
    if (this.#readsAlike && found.some(({ day, month }) => day !== found[0]?.day || month !== found[0].month)) this.#readsAlike = false
    const before = this.#fitting
    this.#fitting = before === null ? readings : before.intersection(readings)
    return wasBlank || before?.size !== this.#fitting.size
  }

  /** True when two orders fit all values and read some of them differently: 03/04/2024 does, 11/11/2024 is one day in both. */
  get isOpen(): boolean {
    return (this.#fitting?.size ?? 0) > 1 && !this.#readsAlike
  }

  provenDialect(): DateDialect | null {
    const dialect = this.decide()
    return this.#count === 0 || dialect === 'ambiguous' ? null : dialect
  }

  decide(hint: DateDialect = 'ambiguous'): DateDialect {
    const fitting = this.#fitting
    if (fitting === null) return this.#isBlank ? 'iso' : 'ambiguous'
    const [only] = fitting
    if (fitting.size === 1 && only !== undefined) return only
    return fitting.has(hint) ? hint : 'ambiguous'
  }
}

/** True when the text has the shape of a date in some dialect: tells date columns from text columns. */
export function looksLikeDate(text: string): boolean {
  return readingsOf(text).length > 0
}

/** Blank, a dash, or a date of zeros, which is how SAP prints "no date". */
export function isEmptyDate(text: string): boolean {
  return /^[\s0.\-/'年月日]*$/.test(text)
}

const SHAPES: readonly { pattern: RegExp; readings: (match: RegExpExecArray) => Reading[] }[] = [
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, readings: (m) => [ymd('iso', m)] },
  { pattern: /^(\d{4})(\d{2})(\d{2})(?:[01]\d[0-5]\d[0-5]\d|2[0-3][0-5]\d[0-5]\d)?$/, readings: (m) => [ymd('compact', m)] },
  { pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, readings: (m) => [ymd('ymd-slash', m)] },
  { pattern: /^(\d{4})\.(\d{1,2})\.(\d{1,2})\.?$/, readings: (m) => [ymd('ymd-dots', m)] },
  { pattern: /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/, readings: (m) => [ymd('chinese', m)] },
  { pattern: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/, readings: (m) => [dmy('dmy-dots', m)] },
  { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/, readings: (m) => [mdy('mdy-slash', m), dmy('dmy-slash', m)] },
  { pattern: /^(\d{1,2})-(\d{1,2})-(\d{4}|\d{2})$/, readings: (m) => [mdy('mdy-dash', m), dmy('dmy-dash', m)] },
  { pattern: /^(\d{1,2})[ ./-]*([A-Za-zäÄ]{3,9})[ .,/-]*(\d{4}|\d{2})$/, readings: (m) => named(m[1], m[2], m[3]) },
  { pattern: /^([A-Za-zäÄ]{3,9})[ .-]*(\d{1,2})(?:st|nd|rd|th)?[ .,-]+(\d{4}|\d{2})$/, readings: (m) => named(m[2], m[1], m[3]) },
]

function readingsOf(text: string): Reading[] {
  if (text.length > 60 || text.length < 6 || !/\p{Nd}/u.test(text)) return []
  const bare = /^[\d./-]+$/.test(text) ? text : undressed(text)
  for (const shape of SHAPES) {
    const match = shape.pattern.exec(bare)
    if (match) return shape.readings(match).filter(isPlausible)
  }
  return []
}

function undressed(text: string): string {
  return text.normalize('NFKC').trim().replace(/^'/, '').replace(WEEKDAY, '').replace(TIME, '').trim()
}

// The range only, not the calendar: 30 February decides the dialect of its column and is then refused as a date.
function isPlausible(reading: Reading): boolean {
  return reading.month >= 1 && reading.month <= 12 && reading.day >= 1 && reading.day <= 31 && reading.year >= 1970 && reading.year <= 2099
}

function ymd(dialect: Reading['dialect'], match: RegExpExecArray): Reading {
  return { dialect, year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

function dmy(dialect: Reading['dialect'], match: RegExpExecArray): Reading {
  return { dialect, year: fullYear(match[3]), month: Number(match[2]), day: Number(match[1]) }
}

function mdy(dialect: Reading['dialect'], match: RegExpExecArray): Reading {
  return { dialect, year: fullYear(match[3]), month: Number(match[1]), day: Number(match[2]) }
}

function named(day: string | undefined, name: string | undefined, year: string | undefined): Reading[] {
  const month = MONTHS[(name ?? '').toLowerCase().slice(0, 3)]
  return month === undefined ? [] : [{ dialect: 'name', year: fullYear(year), month, day: Number(day) }]
}

function fullYear(text: string | undefined): number {
  const year = Number(text)
  if (text === undefined || text.length > 2) return year
  return year < 80 ? 2000 + year : 1900 + year
}
