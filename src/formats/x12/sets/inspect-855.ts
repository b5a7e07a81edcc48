import { checkLineCount } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { extendLines } from '../line-figures'
import { findSegment, findSegments } from '../read-element'

/** 855 order acknowledgement: what was promised. Source: X12 004010 set 855. */
export function inspect855(draft: SetDraft): void {
  const { set, document } = draft
  const bak = findSegment(set, 'BAK')
  const amt = findSegment(set, 'AMT', 'TT')
  document.number = draft.text(bak, 3)
  document.date = draft.date(bak, 9) ?? draft.date(bak, 4)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = findSegments(set, 'PO1').length
  document.amounts.gross = extendLines(draft, 'PO1')
  document.amounts.total = draft.decimal(amt, 2) ?? document.amounts.gross
  draft.balance(draft.decimal(amt, 2), document.amounts.gross, amt, 'AMT02')
  draft.refer('po', document.number)
  checkLineCount(draft, 'PO1')
}
