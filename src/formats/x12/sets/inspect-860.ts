import { checkLineCount } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { checkStoreSplits, extendLines } from '../line-figures'
import { findSegment, findSegments } from '../read-element'

/**
 * 860 order change by the buyer; it is replayed on its 850. The lines show what the changed lines are worth now; a total
 * (AMT TT) is that of the whole order and cannot be added up here. Source: X12 004010 set 860.
 */
export function inspect860(draft: SetDraft): void {
  const { set, document } = draft
  const bch = findSegment(set, 'BCH')
  document.number = draft.text(bch, 3)
  document.date = draft.date(bch, 11) ?? draft.date(bch, 6)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = findSegments(set, 'POC').length
  document.amounts.gross = document.lines > 0 ? extendLines(draft, 'POC') : null
  document.amounts.total = draft.decimal(findSegment(set, 'AMT', 'TT'), 2)
  draft.refer('po', document.number)
  checkLineCount(draft, 'POC')
  checkStoreSplits(draft, 'POC')
}
