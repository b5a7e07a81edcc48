import { acknowledgedSets } from '../acknowledged-sets'
import type { SetDraft } from '../draft-set'
import { element, findSegment, findSegments } from '../read-element'

/** 997 functional acknowledgement: whether our 810 or 856 was taken. Source: X12 004010 set 997, elements 715 and 717. */
export function inspect997(draft: SetDraft): void {
  const { set, document } = draft
  document.number = draft.text(findSegment(set, 'AK1'), 2)
  const sets = acknowledgedSets(draft)
  document.lines = sets.filter(({ setControl }) => setControl !== null).length
  for (const { at, code, outcome, errors } of sets) {
    if (outcome === 'accepted') continue
    const problem = outcome === 'rejected' ? 'refused' : 'accepted-with-errors'
    const words = errors.length > 0 ? `${at.id}01 is ${code}: ${errors.join('; ')}` : `${at.id}01 is ${code}`
    draft.problem(at, `${at.id}01`, at.id === 'AK9' ? `group-${problem}` : `set-${problem}`, words)
  }
  if (sets.every(({ at }) => at.id === 'AK9')) return
  for (const trailer of findSegments(set, 'AK9').filter((ak9) => element(ak9, 1) === 'R')) {
    draft.problem(trailer, 'AK901', 'group-refused', 'AK901 is R')
  }
}
