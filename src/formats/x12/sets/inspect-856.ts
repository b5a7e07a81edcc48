import { checkLineCount } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { element, findSegment, findSegments } from '../read-element'

/**
 * 856 ship notice. Levels may come without an order level or without parents; a parent that does not exist is a finding.
 * Source: X12 004010 set 856, segment HL.
 */
export function inspect856(draft: SetDraft): void {
  const { set, document } = draft
  const bsn = findSegment(set, 'BSN')
  document.number = draft.text(bsn, 2)
  document.date = draft.date(bsn, 3)
  document.lines = findSegments(set, 'SN1').length
  draft.refer('delivery', document.number)
  checkLineCount(draft, 'HL', 'LIN')
  checkLevels(draft)
}

/** Every level has a number of its own and hangs below one that came before; parents may be left out everywhere. */
export function checkLevels(draft: SetDraft): void {
  const seen = new Set<string>()
  for (const level of findSegments(draft.set, 'HL')) {
    const parent = element(level, 2)
    const own = element(level, 1)
    if (parent !== '' && !seen.has(parent))
      draft.problem(level, 'HL02', 'level-parent-unknown', `HL02 names level ${parent}, which is not above`)
    if (seen.has(own)) draft.problem(level, 'HL01', 'level-number-repeated', `level ${own} stands twice`)
    seen.add(own)
  }
}
