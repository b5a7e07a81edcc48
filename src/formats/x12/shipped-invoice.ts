import type { SetDraft } from './draft-set'
import { findSegment } from './read-element'

/** Number of the invoice in an 857: REF IV, else a BIG inside the set, else the number of the notice itself. */
export function billedNumber(draft: SetDraft): string | null {
  const { set } = draft
  return draft.text(findSegment(set, 'REF', 'IV'), 2) ?? draft.text(findSegment(set, 'BIG'), 2) ?? draft.text(findSegment(set, 'BHT'), 3)
}

/** Number of the shipment in an 857: REF SI, else packing list, else the number of the notice itself. */
export function shipmentNumber(draft: SetDraft): string | null {
  const { set } = draft
  const reference = findSegment(set, 'REF', 'SI') ?? findSegment(set, 'REF', 'PK')
  return draft.text(reference, 2) ?? draft.text(findSegment(set, 'BSN'), 2) ?? draft.text(findSegment(set, 'BHT'), 3)
}
