import { minorDigits, parseScaled } from '@/core/money'
import { type NumberDialect, readAmount } from '../text/read-amount'
import { type DateDialect, isEmptyDate, readDate } from '../text/read-date'
import type { FieldKind } from './table-shape'

export type ColumnDialects = { numbers: NumberDialect; dates: DateDialect }

/** A cell read, or the code of what is wrong with it. A blank cell is null. */
export type ReadCell = { value: string | null } | { code: string }

/** Reads one cell as its column is read; nothing is rounded and nothing is guessed. `currency` settles the decimals of amounts. */
export function readCell(text: string, kind: FieldKind, dialects: ColumnDialects, currency: string | null): ReadCell {
  if (kind === 'text' || kind === 'id') return { value: text === '' ? null : text }
  if (kind === 'date') return readDateCell(text, dialects.dates)
  if (isBlankNumber(text)) return { value: null }
  const decimal = readAmount(kind === 'percent' ? text.replace('%', '') : text, dialects.numbers)
  if (decimal === null) return { code: dialects.numbers === 'ambiguous' ? 'table/ambiguous-number' : 'table/unreadable-number' }
  return scaled(decimal, digitsOf(kind, currency), kind === 'whole' || kind === 'percent' ? WHOLE_MAX : VALUE_MAX)
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
