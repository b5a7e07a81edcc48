import { multiplyDecimals, sumDecimals } from '@/formats/decimal-text'
import type { SetDraft } from '../draft-set'
import { findSegment, findSegments } from '../read-element'

/** 180 return authorisation: quantity and price that may come back. Source: X12 004010 set 180. */
export function inspect180(draft: SetDraft): void {
  const { set, document } = draft
  const bgn = findSegment(set, 'BGN')
  const lines = findSegments(set, 'BLI')
  document.number = draft.text(bgn, 2)
  document.date = draft.date(bgn, 3)
  document.lines = lines.length
  draft.refer('claim', document.number)
  const amounts = lines.map((line) => multiplyDecimals(draft.decimal(line, 3) ?? '0', draft.decimal(line, 5) ?? '0'))
  document.amounts.total = lines.length > 0 ? sumDecimals(amounts) : null
}
