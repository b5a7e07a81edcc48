import type { DocumentReferences } from '@/formats/inspection'
import { findReferences, type ReferenceKind } from '@/formats/pdf/find-references'
import type { SetDraft } from '../draft-set'
import { findSegment } from '../read-element'
import { messageLines, messageTitle } from '../text-message'

const KINDS: Readonly<Partial<Record<ReferenceKind, keyof DocumentReferences>>> = {
  po: 'po',
  invoice: 'invoice',
  delivery: 'delivery',
  bol: 'bol',
  pro: 'pro',
  claim: 'claim',
  rga: 'claim',
  item: 'item',
  sscc: 'sscc',
}

/** 864 text message: often the only explanation of a chargeback, so its words are searched for numbers. Source: X12 004010 set 864. */
export function inspect864(draft: SetDraft): void {
  const { set, document } = draft
  const lines = messageLines(set)
  document.number = draft.text(findSegment(set, 'MIT'), 1)
  document.date = draft.date(findSegment(set, 'BMG'), 4) ?? draft.date(findSegment(set, 'DTM'), 2)
  document.lines = lines.length
  for (const { kind, value } of findReferences([[messageTitle(set) ?? '', ...lines]])) {
    const linked = KINDS[kind]
    if (linked !== undefined) draft.refer(linked, value)
  }
}
