import { minorDigits, parseScaled } from '@/core/money'
import { type NumberDialect, readAmount } from '../text/read-amount'
import { type DateDialect, isEmptyDate, readDate } from '../text/read-date'
import type { FieldKind } from './table-shape'

export type ColumnDialects = { numbers: NumberDialect; dates: DateDialect }

/** A cell read, or the code of what is wrong with it. A blank cell is null. */
export type ReadCell = { value: string | null } | { code: string }

/** Reads one cell as its column is read; nothing is rounded and nothing is guessed. `currency` settles the decimals of amounts. */
export function readCell(text: string, kind: FieldKind, dialects: ColumnDialects, currency: string | null): ReadCell {
  if (kind === 'text' || kind === 'id') return text === '' ? BLANK : { value: text }
  if (kind === 'date') return readDateCell(text, dialects.dates)
  if (text === '') return BLANK
  const digits = digitsOf(kind, currency)
  const plain = kind === 'percent' ? null : readPlain(text, dialects.numbers, digits)
  if (plain !== null) return { value: plain }
  if (isBlankNumber(text)) return BLANK
  const decimal = readAmount(kind === 'percent' ? text.replace('%', '') : text, dialects.numbers)
  if (decimal === null) return { code: dialects.numbers === 'ambiguous' ? 'table/ambiguous-number' : 'table/unreadable-number' }
  return scaled(decimal, digits, kind === 'whole' || kind === 'percent' ? WHOLE_MAX : VALUE_MAX)
}

const BLANK: ReadCell = { value: null }
/** So many digits, the scaled ones among them, are far from every limit. */
const PLAIN_DIGITS_MAX = 9
const ZERO = 48
const NINE = 57

/**
 * The scaled integer of a number as nearly all are written: a sign, digits, thousands in groups of three, as many decimals as are kept.
 * Null for everything else, which is then read with all care; what both read, they read alike.
 */
function readPlain(text: string, dialect: NumberDialect, digits: number): string | null {
  if (dialect !== 'point' && dialect !== 'comma') return null
  const [group, point] = dialect === 'point' ? [44, 46] : [46, 44]
  let at = text.charCodeAt(0) === 45 ? 1 : 0
  const first = at
  let whole = ''
  let start = at
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) continue
    if (code !== group) break
    // A group has three digits, the first one to three and no leading zero.
    if (whole === '' ? at - start > 3 || at === start || text.charCodeAt(start) === ZERO : at - start !== 3) return null
    whole += text.slice(start, at)
    start = at + 1
  }
  if (at === start || (whole !== '' && at - start !== 3)) return null
  whole += text.slice(start, at)
  let fraction = ''
  if (at < text.length) {
    if (text.charCodeAt(at) !== point) return null
    fraction = text.slice(at + 1)
    if (fraction === '' || fraction.length > digits) return null
    for (let place = 0; place < fraction.length; place++) {
      const code = fraction.charCodeAt(place)
      if (code < ZERO || code > NINE) return null
    }
  }
  if (whole.length > PLAIN_DIGITS_MAX) return null
  const value = withoutZeros(whole + fraction.padEnd(digits, '0'))
  return first === 1 && value !== '0' ? `-${value}` : value
}

function withoutZeros(digits: string): string {
  let at = 0
  while (at < digits.length - 1 && digits.charCodeAt(at) === ZERO) at++
  return at === 0 ? digits : digits.slice(at)
}

function readDateCell(text: string, dialect: DateDialect): ReadCell {
  if (isEmptyDate(text)) return { value: null }
  const date = readDate(text, dialect)
  if (date !== null) return { value: date }
  return { code: dialect === 'ambiguous' ? 'table/ambiguous-date' : 'table/unreadable-date' }
}

// What the database's integers hold, with room for sums.
const VALUE_MAX = 10n ** 16n
const WHOLE_MAX = 2_000_000_000n

function scaled(decimal: string, digits: number, most: bigint): ReadCell {
  const value = parseScaled(decimal, digits)
  if (value === null) return { code: 'table/too-many-decimals' }
  return value > most || value < -most ? { code: 'table/number-too-large' } : { value: value.toString() }
}

function digitsOf(kind: FieldKind, currency: string | null): number {
  if (kind === 'amount') return currency !== null && /^[A-Z]{3}$/.test(currency) ? minorDigits(currency) : 2
  if (kind === 'price') return 6
  return kind === 'percent' ? 4 : 0
}

// A lone dash or stars are how lists print "nothing".
function isBlankNumber(text: string): boolean {
  return /^[\s\u00a0]*[-–—*]*[\s\u00a0]*$/.test(text)
}
