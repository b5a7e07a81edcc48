import { checkLineCount } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { extendLines } from '../extend-lines'
import { findSegment, findSegments } from '../read-element'

/** 855 order acknowledgement: what was promised. Source: X12 004010 set 855. */
export function inspect855(draft: SetDraft): void {
  const { set, document } = draft
  const bak = findSegment(set, 'BAK')
  document.number = draft.text(bak, 3)
  document.date = draft.date(bak, 9) ?? draft.date(bak, 4)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = findSegments(set, 'PO1').length
  document.amounts.gross = extendLines(draft, 'PO1')
  document.amounts.total = document.amounts.gross
  draft.refer('po', document.number)
  checkLineCount(draft, 'PO1')
}
