import { type SegmentDraft, writeX12 } from '@/formats/x12/write-x12'
import type { ReplyFacts, ReplyLine } from '../queries/find-reply'
import { replyToLine, replyToOrder } from '../rules/reply-codes'
import { confirmedValues } from '../rules/reply-values'

/**
 * The reply to an order as an X12 855 of release 004010: every line with what it is confirmed with and its ACK. Null for a customer
 * without an EDI address. Source: X12 004010 set 855: BAK, REF, PO1, ACK, CTT.
 */
export function build855(facts: ReplyFacts, at: Date): string | null {
  if (facts.edi_id === null) return null
  const codes = facts.lines.map((line) => replyToLine(line.exceptions))
  const day = (date: string) => date.replaceAll('-', '')
  const today = day(at.toISOString().slice(0, 10))
  const segments: SegmentDraft[] = [
    ['BAK', '00', replyToOrder(codes), facts.po_number, facts.ordered_on === null ? today : day(facts.ordered_on), '', '', '', '', today],
    ...(facts.sales_order === null ? [] : [['REF', 'CO', facts.sales_order] as const]),
    ...facts.lines.flatMap((line, index) => lineSegments(line, codes[index] ?? 'IA')),
    ['CTT', facts.lines.length],
  ]
  // Numbers of one day never repeat within a second; an interchange that is sent twice is noticed by its number.
  const control = (Math.floor(at.getTime() / 1000) % 999_999_999) + 1
  return writeX12({ senderId: facts.our_edi_id, receiverId: facts.edi_id, at, control, group: 'PR', set: '855', segments })
}

function lineSegments(line: ReplyLine, code: string): SegmentDraft[] {
  const ordered = { quantity: line.quantity, priceMicros: line.price_micros }
  const { quantity, priceMicros } = confirmedValues(ordered, line.exceptions)
  const numbers = [
    ['UP', line.upc],
    ['VN', line.vendor_part],
    ['IN', line.customer_item],
  ].flatMap(([qualifier, number]) => (number === null || number === undefined ? [] : [qualifier ?? '', number]))
  return [
    ['PO1', line.line, quantity.toString(), line.unit, priceMicros === null ? '' : decimalText(priceMicros), '', ...numbers],
    ['ACK', code, quantity.toString(), line.unit],
  ]
}

/** Millionths as an X12 decimal: no zeros at the end, the point only where it is needed. */
function decimalText(micros: bigint): string {
  const whole = micros / 1_000_000n
  const fraction = (micros % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '')
  return fraction === '' ? whole.toString() : `${whole}.${fraction}`
}
