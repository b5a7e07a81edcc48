import { type CalendarDate, parseCalendarDate } from '@/core/calendar-date'
import { multiplyDecimals } from '@/formats/decimal-text'
import { type JsonValue, textAt } from './read-json'

/** A quantity in eaches as decimal text: cases are multiplied by their unit size, `unitSize` where they name none. */
export function eachesOf(quantity: JsonValue, unitSize: string | null = null): string | null {
  const amount = textAt(quantity, 'amount')
  if (amount === null || !isDecimal(amount)) return null
  if (!/^cases?$/i.test(textAt(quantity, 'unitOfMeasure') ?? '')) return amount
  const size = textAt(quantity, 'unitSize') ?? unitSize
  return size !== null && isDecimal(size) ? multiplyDecimals(amount, size) : null
}

export function dayOf(text: string | null): CalendarDate | null {
  return text === null ? null : parseCalendarDate(text.slice(0, 10))
}

export function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text)
}

/** An amount of money as decimal text; null where it is masked or missing. */
export function moneyOf(money: JsonValue): string | null {
  const amount = textAt(money, 'amount')
  return amount !== null && isDecimal(amount) ? amount : null
}

/** The line of an item and its numbers: Amazon's, and ours, which is a bar code or a part number. */
export function itemNumbers(
  { sequence, asin, vendorItem }: { sequence: string | null; asin: string | null; vendorItem: string | null },
  index: number,
): { line: string; customerItem: string | null; upc: string | null; vendorPart: string | null } {
  const isUpc = /^\d{12,14}$/.test(vendorItem ?? '')
  return {
    line: sequence?.replace(/^0+(?=.)/, '') ?? String(index + 1),
    customerItem: asin,
    upc: isUpc ? vendorItem : null,
    vendorPart: isUpc ? null : vendorItem,
  }
}
