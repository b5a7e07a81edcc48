import { checkLineCount } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { findSegment, findSegments } from '../read-element'

/** Beginning segments that hold number and date in these elements. Source: X12 004010 of each set. */
const BEGINNINGS: Readonly<Record<string, { number: number; date: number }>> = {
  BGN: { number: 2, date: 3 },
  BEG: { number: 3, date: 5 },
  BIG: { number: 2, date: 1 },
  BHT: { number: 3, date: 4 },
  BCA: { number: 3, date: 6 },
  BSN: { number: 2, date: 3 },
  BIA: { number: 3, date: 4 },
  BSS: { number: 2, date: 3 },
  BQT: { number: 2, date: 3 },
  B1: { number: 2, date: 3 },
  W17: { number: 3, date: 2 },
  W05: { number: 2, date: 0 },
  W06: { number: 2, date: 3 },
}

/** Any set without a reader of its own: number and date of its beginning segment, and its line loops counted. */
export function inspectOther(draft: SetDraft): void {
  const { set, document } = draft
  for (const [id, at] of Object.entries(BEGINNINGS)) {
    const beginning = findSegment(set, id)
    if (!beginning) continue
    document.number = draft.text(beginning, at.number)
    document.date = at.date > 0 ? draft.date(beginning, at.date) : null
    break
  }
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = ['LIN', 'PO1', 'IT1', 'LX'].map((id) => findSegments(set, id).length).find((count) => count > 0) ?? 0
  checkLineCount(draft, 'LIN', 'PO1', 'IT1', 'HL')
}
