import { type CalendarDate, calendarDate } from '@/core/calendar-date'
import type { X12Segment, X12Set } from './x12-segment'

/** Element `index` as the standard counts it (BEG03 is `element(beg, 3)`), trimmed; '' when absent. */
export function element(segment: X12Segment | undefined, index: number): string {
  return segment?.elements[index]?.trim() ?? ''
}

/** First segment of a set with this id and, if given, this value in element 01: `find(set, 'REF', 'IA')`. */
export function findSegment(set: X12Set, id: string, qualifier?: string): X12Segment | undefined {
  return set.segments.find((segment) => segment.id === id && (qualifier === undefined || element(segment, 1) === qualifier))
}

/** All segments of a set with one of these ids, in file order. */
export function findSegments(set: X12Set, ...ids: string[]): X12Segment[] {
  return set.segments.filter((segment) => ids.includes(segment.id))
}

/** Type R: the text carries its own decimal point ('3.61', '.07', '-18200'). Returns plain decimal text, or null when it is no number. */
export function readDecimal(text: string): string | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim())
  const [, sign = '', whole = '', fraction = ''] = match ?? []
  if (whole === '' && fraction === '') return null
  const integer = whole.replace(/^0+(?=\d)/, '') || '0'
  return `${sign === '-' ? '-' : ''}${integer}${fraction === '' ? '' : `.${fraction}`}`
}

/**
 * Type N2: two decimals are implied ('387530' is 3875.30, '15' is 0.15). A sender who writes a point means it, so such a
 * number is read as it stands. Null when it is no number. Source: X12.6, numeric type Nn.
 */
export function readN2(text: string): string | null {
  const match = /^([+-]?)(\d+)$/.exec(text.trim())
  if (!match) return readDecimal(text)
  const [, sign, digits = ''] = match
  const padded = digits.replace(/^0+(?=\d)/, '').padStart(3, '0')
  return `${sign === '-' ? '-' : ''}${padded.slice(0, -2)}.${padded.slice(-2)}`
}

/** CCYYMMDD, or YYMMDD as written before release 004010 (70-99 are 19xx). Null when there is no such day. */
export function readDate(text: string): CalendarDate | null {
  const match = /^(\d{2})?(\d{2})(\d{2})(\d{2})$/.exec(text.trim())
  if (!match) return null
  const [, century, yy, month, day] = match
  const year = Number(yy) + 100 * (century === undefined ? (Number(yy) >= 70 ? 19 : 20) : Number(century))
  return calendarDate(year, Number(month), Number(day))
}

/** HHMM or HHMMSS… as 'HH:MM'; null when it is no time of day. */
export function readTime(text: string): string | null {
  const match = /^([01]\d|2[0-3])([0-5]\d)(?:\d{2,4})?$/.exec(text.trim())
  return match ? `${match[1]}:${match[2]}` : null
}

/** Element where the qualifier/value pairs of an item start: PO106, IT106, LIN02 … */
const PAIRS_FROM: Readonly<Record<string, number>> = { PO1: 6, IT1: 6, LIN: 2, POC: 8, BLI: 1, SLN: 9, ACK: 7 }

/** The item ids of a PO1, IT1, LIN, POC … as qualifier and value, in file order; pairs come in any order in real files. */
export function itemIds(segment: X12Segment): { qualifier: string; value: string }[] {
  const ids: { qualifier: string; value: string }[] = []
  // BLI has one pair only; quantity and price follow it.
  const end = segment.id === 'BLI' ? 3 : segment.elements.length
  for (let at = PAIRS_FROM[segment.id] ?? end; at + 1 < end; at += 2) {
    const qualifier = element(segment, at)
    const value = element(segment, at + 1)
    if (qualifier !== '' && value !== '') ids.push({ qualifier, value })
  }
  return ids
}

/** The first item id under one of `qualifiers`, tried in their order (`itemId(po1, 'UP', 'EN', 'UK')`), or null. */
export function itemId(segment: X12Segment, ...qualifiers: string[]): string | null {
  const ids = itemIds(segment)
  for (const qualifier of qualifiers) {
    const found = ids.find((id) => id.qualifier === qualifier)
    if (found) return found.value
  }
  return null
}
