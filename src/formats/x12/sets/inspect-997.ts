import type { SetDraft } from '../draft-set'
import { element, findSegment, findSegments } from '../read-element'

const ACCEPTED: ReadonlySet<string> = new Set(['A', 'E', ''])

/** 997 functional acknowledgement: whether our 810 or 856 was taken. Source: X12 004010 set 997, elements 715 and 717. */
export function inspect997(draft: SetDraft): void {
  const { set, document } = draft
  document.number = draft.text(findSegment(set, 'AK1'), 2)
  const responses = findSegments(set, 'AK2')
  document.lines = responses.length
  for (const trailer of findSegments(set, 'AK5', 'AK9')) {
    const status = element(trailer, 1)
    if (ACCEPTED.has(status)) continue
    draft.problem(trailer, `${trailer.id}01`, trailer.id === 'AK9' ? 'group-refused' : 'set-refused', `${trailer.id}01 is ${status}`)
  }
}
