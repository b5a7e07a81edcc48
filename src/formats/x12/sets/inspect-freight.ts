import { sumDecimals } from '@/formats/decimal-text'
import type { SetDraft } from '../draft-set'
import { findSegment, findSegments } from '../read-element'

/** 210 freight bill: net amount (B307), charges (L104) and total (L305) are N2. Source: X12 004010 set 210. */
export function inspect210(draft: SetDraft): void {
  const { set, document } = draft
  const b3 = findSegment(set, 'B3')
  const charges = findSegments(set, 'L1')
  document.number = draft.text(b3, 2)
  document.date = draft.date(b3, 6)
  document.currency = draft.text(findSegment(set, 'C3'), 1)
  document.lines = charges.length
  draft.refer('bol', draft.text(b3, 3))
  document.amounts.total = draft.cents(b3, 7)
  document.amounts.gross = sumDecimals(charges.map((charge) => draft.cents(charge, 4) ?? '0'))
  if (charges.length > 0) draft.balance(document.amounts.total, document.amounts.gross, b3, 'B307')
}

/** 204 load tender: links the customer's order to our delivery and the load. L305 is N2. Source: X12 004010 set 204. */
export function inspect204(draft: SetDraft): void {
  const { set, document } = draft
  document.number = draft.text(findSegment(set, 'B2'), 4)
  document.date = draft.date(findSegment(set, 'G62'), 2)
  document.currency = draft.text(findSegment(set, 'C3'), 1)
  document.lines = findSegments(set, 'S5').length
  document.amounts.total = draft.cents(findSegment(set, 'L3'), 5)
  draft.refer('bol', document.number)
}

/** 214 shipment status: the carrier's word on pickup and delivery. Source: X12 004010 set 214, segment AT7. */
export function inspect214(draft: SetDraft): void {
  const { set, document } = draft
  const b10 = findSegment(set, 'B10')
  const statuses = findSegments(set, 'AT7')
  document.number = draft.text(b10, 1)
  document.date = draft.date(statuses[0], 5)
  document.lines = statuses.length
  draft.refer('pro', document.number)
  draft.refer('bol', draft.text(b10, 2))
}
