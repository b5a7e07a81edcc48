import { type CalendarDate, calendarDate } from '@/core/calendar-date'
import { readAmount } from '../text/read-amount'
import type { Idoc, IdocSegment } from './read-idoc'

/** A document of SAP cut into its head, its items (each with the segments under it) and the sums behind them. */
export type IdocParts = { header: IdocSegment[]; items: IdocSegment[][]; sums: IdocSegment[] }

// What stands behind the items but belongs to the whole document.
const BEHIND: ReadonlySet<string> = new Set(['E1EDS01', 'E1EDL37', 'E1EDL44'])

/** Cuts an IDoc at its items: 'E1EDP01' of orders and invoices, 'E1EDL24' of deliveries, 'E1IDPU1' of payment advices. */
export function idocParts({ segments }: Pick<Idoc, 'segments'>, itemName: string): IdocParts {
  const parts: IdocParts = { header: [], items: [], sums: [] }
  for (const segment of segments) {
    if (segment.name === itemName) parts.items.push([segment])
    else if (BEHIND.has(segment.name)) parts.sums.push(segment)
    else (parts.items.at(-1) ?? parts.header).push(segment)
  }
  return parts
}

/** The first value of a field among segments of one name, of one qualifier where it is given; null when absent or empty. */
export function fieldIn(segments: readonly IdocSegment[], name: string, field: string, ...qualifiers: string[]): string | null {
  if (qualifiers.length === 0)
    return segments.find((segment) => segment.name === name && segment.fields.has(field))?.fields.get(field) ?? null
  for (const qualifier of qualifiers) {
    const found = segments.find((segment) => segment.name === name && qualifierOf(segment) === qualifier && segment.fields.has(field))
    if (found) return found.fields.get(field) ?? null
  }
  return null
}

/** Segments name their qualifier differently. */
export function qualifierOf({ fields }: IdocSegment): string {
  const names = ['QUALF', 'PARVW', 'IDDAT', 'SUMID', 'PARTNER_Q', 'QUALI', 'MOAQUAL', 'MOAQUALF']
  return names.map((name) => fields.get(name)).find((value) => value !== undefined) ?? ''
}

/** A number as SAP writes it into IDocs: point as decimal sign, minus behind. */
export function decimalIn(text: string | null): string | null {
  return text === null ? null : readAmount(text, 'point')
}

/** YYYYMMDD; null for the empty date of zeros and for days that are on no calendar. */
export function idocDate(text: string | null): CalendarDate | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text ?? '')
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** The partner in a role: AG sold-to, WE ship-to, RE bill-to, RG payer, LF vendor. */
export function partnerIn(segments: readonly IdocSegment[], ...roles: string[]): string | null {
  for (const name of ['E1EDKA1', 'E1EDPA1', 'E1ADRM1']) {
    const found = fieldIn(segments, name, name === 'E1ADRM1' ? 'PARTNER_ID' : 'PARTN', ...roles)
    if (found !== null) return found
  }
  return null
}

/**
 * The customer's order and our sales order among the references (001 and 002). Senders turn them round: where 001 alone is of
 * the ten digits with leading zeros that SAP numbers its own documents with, it is ours.
 */
export function ordersIn(
  segments: readonly IdocSegment[],
  name: 'E1EDK02' | 'E1EDP02',
): { customerPo: string | null; salesOrder: string | null } {
  const first = fieldIn(segments, name, 'BELNR', '001')
  const second = fieldIn(segments, name, 'BELNR', '002')
  const isOurs = (number: string | null) => number !== null && /^0\d{9}$/.test(number)
  const isTurned = second !== null && isOurs(first) && !isOurs(second)
  return isTurned ? { customerPo: second, salesOrder: first } : { customerPo: first, salesOrder: second }
}

/** Zeros in front of numbers of lines and materials mean nothing; a number that is no number keeps them. */
export function bareNumber(text: string | null): string | null {
  return text === null ? null : /^\d+$/.test(text) ? text.replace(/^0+(?=.)/, '') : text
}
