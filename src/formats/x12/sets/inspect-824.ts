import { acknowledgedDocuments } from '../acknowledged-documents'
import { referByQualifier } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { findSegment } from '../read-element'

/** 824 application advice: what the partner's own system made of our documents. Source: X12 004010 set 824: BGN, OTI, TED. */
export function inspect824(draft: SetDraft): void {
  const { set, document } = draft
  const bgn = findSegment(set, 'BGN')
  const told = acknowledgedDocuments(draft)
  document.number = draft.text(bgn, 2)
  document.date = draft.date(bgn, 3)
  document.lines = told.length
  for (const { oti, outcome, code, qualifier, number, setId, errors } of told) {
    if (setId === '810') draft.refer('invoice', number)
    else if (setId === '856') draft.refer('delivery', number)
    else referByQualifier(draft, qualifier, number)
    if (outcome === 'accepted') continue
    const problem = outcome === 'rejected' ? 'document-refused' : 'document-accepted-with-errors'
    const words = errors.length > 0 ? `: ${errors.join('; ')}` : ''
    draft.problem(oti, 'OTI01', problem, `${setId ?? 'document'} ${number} is ${code}${words}`)
  }
}
