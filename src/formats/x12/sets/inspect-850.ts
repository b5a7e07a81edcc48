import { checkLineCount } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { extendLines } from '../extend-lines'
import { element, findSegment, findSegments } from '../read-element'

/** 850 purchase order. The AMT total may disagree with the lines, and lines may carry no price. Source: X12 004010 set 850. */
export function inspect850(draft: SetDraft): void {
  const { set, document } = draft
  const beg = findSegment(set, 'BEG')
  document.number = draft.text(beg, 3)
  document.date = draft.date(beg, 5)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = findSegments(set, 'PO1').length
  draft.refer('po', document.number)
  checkLineCount(draft, 'PO1')

  const amt = statedTotal(draft)
  const stated = draft.decimal(amt, 2)
  document.amounts.gross = extendLines(draft, 'PO1')
  document.amounts.total = stated ?? document.amounts.gross
  draft.balance(stated, document.amounts.gross, amt, 'AMT02')
}

/** AMT TT is the transaction total; older senders write 1 (line item total) or GV (gross value) after the lines. */
function statedTotal(draft: SetDraft) {
  const amounts = findSegments(draft.set, 'AMT')
  for (const qualifier of ['TT', 'GV', '1']) {
    const found = amounts.findLast((amt) => element(amt, 1) === qualifier)
    if (found) return found
  }
  return undefined
}
