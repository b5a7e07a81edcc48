import { checkLineCount } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { findSegment, findSegments } from '../read-element'

/** 861 receiving advice: the retailer's own count. Source: X12 004010 set 861. */
export function inspect861(draft: SetDraft): void {
  const { set, document } = draft
  const bra = findSegment(set, 'BRA')
  document.number = draft.text(bra, 1)
  document.date = draft.date(bra, 2)
  document.lines = findSegments(set, 'RCD').length
  checkLineCount(draft, 'RCD')
}
