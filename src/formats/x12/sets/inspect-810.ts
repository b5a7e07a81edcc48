import { checkLineCount } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { findSegment, findSegments } from '../read-element'
import { settleInvoice } from '../settle-charges'

/**
 * 810 invoice. Allowances and charges (SAC) stand per line, in the summary, or in both as a repetition: adding both
 * would count them twice. TDS01, SAC05 and TDS04 are N2, IT104 is R. Source: X12 004010 set 810.
 */
export function inspect810(draft: SetDraft): void {
  const { set, document } = draft
  const big = findSegment(set, 'BIG')
  const tds = findSegment(set, 'TDS')
  const amt = tds ? undefined : findSegment(set, 'AMT', 'TT')
  document.number = draft.text(big, 2)
  document.date = draft.date(big, 1)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = findSegments(set, 'IT1').length
  draft.refer('invoice', document.number)
  draft.refer('po', draft.text(big, 4))
  checkLineCount(draft, 'IT1')

  const total = tds ? { amount: draft.cents(tds, 1), at: tds, field: 'TDS01' } : { amount: draft.decimal(amt, 2), at: amt, field: 'AMT02' }
  const taxes = findSegments(set, 'TXI').map((txi) => draft.decimal(txi, 2) ?? '0')
  settleInvoice(draft, 'IT1', 'SAC', total, taxes)
  document.amounts.discount = draft.cents(tds, 4) ?? draft.cents(findSegment(set, 'ITD'), 8)
}
