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

/** Elements between which the qualifier/value pairs of an item stand: PO106 on, LIN02 on, BLI01 and BLI02 only … */
const PAIRS: Readonly<Record<string, readonly [from: number, before: number]>> = {
  PO1: [6, Number.POSITIVE_INFINITY],
  IT1: [6, Number.POSITIVE_INFINITY],
  LIN: [2, Number.POSITIVE_INFINITY],
  POC: [8, Number.POSITIVE_INFINITY],
  SLN: [9, Number.POSITIVE_INFINITY],
  ACK: [7, Number.POSITIVE_INFINITY],
  BLI: [1, 3],
  G17: [5, 9],
  G68: [5, 9],
  G83: [5, 7],
}
/** Where the grocery sets write a UPC without a qualifier: of the case, or of the unit in direct-store lines. */
const BARE_CODES: Readonly<Record<string, readonly [index: number, qualifier: string]>> = {
  G17: [4, 'UA'],
  G68: [4, 'UA'],
  G83: [4, 'UP'],
}

/** The item ids of a PO1, IT1, LIN, POC … as qualifier and value, in file order; pairs come in any order in real files. */
export function itemIds(segment: X12Segment): { qualifier: string; value: string }[] {
  const [from, before] = PAIRS[segment.id] ?? [0, 0]
  const ids: { qualifier: string; value: string }[] = []
  const [bare, kind] = BARE_CODES[segment.id] ?? [0, '']
  if (bare > 0 && element(segment, bare) !== '') ids.push({ qualifier: kind, value: element(segment, bare) })
  for (let at = from; at > 0 && at + 1 < Math.min(before, segment.elements.length); at += 2) {
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
