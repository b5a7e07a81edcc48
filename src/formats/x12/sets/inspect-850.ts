import { sumDecimals } from '@/formats/decimal-text'
import { checkLineCount } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { checkStoreSplits, extendLines } from '../line-figures'
import { element, findSegment, findSegments } from '../read-element'
import { placeCharges } from '../settle-charges'
import type { X12Segment } from '../x12-segment'

/**
 * 850 purchase order. The AMT total may disagree with the lines, and lines may carry no price. Allowances agreed with the
 * order are named, but order totals are stated before them. Source: X12 004010 set 850.
 */
export function inspect850(draft: SetDraft): void {
  const { set, document } = draft
  const beg = findSegment(set, 'BEG')
  document.number = draft.text(beg, 3)
  document.date = draft.date(beg, 5)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = findSegments(set, 'PO1').length
  draft.refer('po', document.number)
  checkLineCount(draft, 'PO1')
  checkStoreSplits(draft, 'PO1')

  const amt = statedTotal(draft)
  const stated = draft.decimal(amt, 2)
  document.amounts.gross = extendLines(draft, 'PO1')
  document.amounts.total = stated ?? document.amounts.gross
  draft.balance(stated, document.amounts.gross, amt, 'AMT02')
  const { inHeader, inLines, inSummary } = placeCharges(draft, 'PO1', 'SAC', document.amounts.gross)
  const agreed = [...inHeader, ...inLines, ...inSummary]
  document.adjustments = agreed.map(({ amount, reason, reference }) => ({ amount, reason, reference, appliesTo: null }))
  if (agreed.length > 0) document.amounts.adjustments = sumDecimals(agreed.map(({ amount }) => amount))
}

/** AMT TT is the transaction total; older senders write 1 (line item total) or GV (gross value) after the lines. */
function statedTotal(draft: SetDraft): X12Segment | undefined {
  const amounts = findSegments(draft.set, 'AMT')
  const after = findSegment(draft.set, 'CTT')?.index ?? 0
  const total = amounts.findLast((amt) => element(amt, 1) === 'TT')
  const summary = (qualifier: string) => amounts.findLast((amt) => element(amt, 1) === qualifier && amt.index > after && after > 0)
  return total ?? summary('GV') ?? summary('1')
}
