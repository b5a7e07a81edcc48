import { sumDecimals } from '@/formats/decimal-text'
import type { SetDraft } from '../draft-set'
import { checkStoreSplits, extendLines, type LineId, lineQuantity, setLines } from '../line-figures'
import { element, findSegment, findSegments } from '../read-element'
import { placeCharges, settleInvoice } from '../settle-charges'
import type { X12Segment } from '../x12-segment'

/** 880 grocery invoice: G3301 and G7208 are N2, G1703 is R. Source: X12 004010 set 880: G01, G23, G72, G17, G31, G33. */
export function inspect880(draft: SetDraft): void {
  const { set, document } = draft
  const g01 = findSegment(set, 'G01')
  const g33 = findSegment(set, 'G33')
  document.number = draft.text(g01, 2)
  document.date = draft.date(g01, 1)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = findSegments(set, 'G17').length
  draft.refer('invoice', document.number)
  draft.refer('po', draft.text(g01, 4))
  checkQuantity(draft, 'G17', findSegment(set, 'G31'), 'G3101')
  settleInvoice(draft, 'G17', 'G72', { amount: draft.cents(g33, 1), at: g33, field: 'G3301' })
  document.amounts.discount = draft.cents(findSegment(set, 'G23'), 10)
}

/**
 * 894 direct-store delivery or return: G8402 is N2. A return (G8201 C) gives money back and is negative here.
 * Source: X12 004010 set 894: G82, G83, G72, G84.
 */
export function inspect894(draft: SetDraft): void {
  const { set, document } = draft
  const g82 = findSegment(set, 'G82')
  const g84 = findSegment(set, 'G84')
  document.number = draft.text(g82, 2)
  document.date = draft.date(g82, 7)
  document.lines = findSegments(set, 'G83').length
  draft.refer('invoice', document.number)
  draft.refer('store', draft.text(g82, 4))
  checkQuantity(draft, 'G83', g84, 'G8401')
  settleInvoice(draft, 'G83', 'G72', { amount: draft.cents(g84, 2), at: g84, field: 'G8402' })
}

/** 875 grocery order: units are cases, G6803 is the list cost. Source: X12 004010 set 875: G50, G72, G68, G76. */
export function inspect875(draft: SetDraft): void {
  const { set, document } = draft
  const g50 = findSegment(set, 'G50')
  document.number = draft.text(g50, 3)
  document.date = draft.date(g50, 2)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = findSegments(set, 'G68').length
  draft.refer('po', document.number)
  checkQuantity(draft, 'G68', findSegment(set, 'G76'), 'G7601')
  checkStoreSplits(draft, 'G68')
  document.amounts.gross = extendLines(draft, 'G68')
  document.amounts.total = document.amounts.gross
  const { inHeader, inLines, inSummary } = placeCharges(draft, 'G68', 'G72', document.amounts.gross)
  const agreed = [...inHeader, ...inLines, ...inSummary]
  document.adjustments = agreed.map(({ amount, reason, reference }) => ({ amount, reason, reference, appliesTo: null }))
  if (agreed.length > 0) document.amounts.adjustments = sumDecimals(agreed.map(({ amount }) => amount))
}

/** The summary counts the units of all lines. */
function checkQuantity(draft: SetDraft, id: LineId, summary: X12Segment | undefined, field: string): void {
  const stated = draft.decimal(summary, 1)
  if (stated === null) return
  const sum = sumDecimals(setLines(draft.set, id).map((line) => lineQuantity(draft, line) ?? '0'))
  if (Number(sum) !== Number(stated)) {
    draft.problem(summary, field, 'quantity-total-differs', `${field} says ${element(summary, 1)}, the lines add up to ${sum}`)
  }
}
