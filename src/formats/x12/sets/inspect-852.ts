import type { SetDraft } from '../draft-set'
import { findSegment, findSegments } from '../read-element'

/** 852 product activity: what was sold or stocked in a period. Source: X12 004010 set 852. */
export function inspect852(draft: SetDraft): void {
  const { set, document } = draft
  const xq = findSegment(set, 'XQ')
  document.date = draft.date(xq, 3) ?? draft.date(xq, 2)
  document.lines = findSegments(set, 'LIN').length
}
