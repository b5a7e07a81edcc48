import type { DocumentReferences } from '@/formats/inspection'
import { isSsccCheckDigitRight } from '@/formats/sscc'
import type { MessageDraft } from './draft-message'
import { component, type EdifactSegment } from './edifact-segment'

/** RFF 1153: what the number is. Source: UN/EDIFACT code list 1153. */
const KIND_BY_QUALIFIER: Readonly<Record<string, keyof DocumentReferences>> = {
  ON: 'po',
  IV: 'invoice',
  DQ: 'delivery',
  AAK: 'delivery',
  AAU: 'delivery',
  BM: 'bol',
  CN: 'pro',
  ACE: 'claim',
  CD: 'claim',
  DL: 'claim',
  RA: 'trace',
  PQ: 'trace',
  IA: 'vendor',
}

/** Collects the numbers that link this message to other documents. */
export function collectReferences(draft: MessageDraft): void {
  for (const segment of draft.message.segments) {
    if (segment.tag === 'RFF') referByQualifier(draft, component(segment, 1, 1), component(segment, 1, 2))
    else if (segment.tag === 'LIN') draft.refer('item', component(segment, 3))
    else if (segment.tag === 'PIA') collectItems(draft, segment)
    else if (segment.tag === 'NAD' && ['DP', 'ST', 'UC', 'UD'].includes(component(segment, 1))) draft.refer('store', component(segment, 2))
    else if (segment.tag === 'GIN' && component(segment, 1) === 'BJ') collectSsccs(draft, segment)
  }
}

function referByQualifier(draft: MessageDraft, qualifier: string, value: string): void {
  const kind = KIND_BY_QUALIFIER[qualifier]
  if (kind) draft.refer(kind, value)
}

function collectItems(draft: MessageDraft, pia: EdifactSegment): void {
  for (let index = 2; index < pia.elements.length; index += 1) draft.refer('item', component(pia, index))
}

function collectSsccs(draft: MessageDraft, gin: EdifactSegment): void {
  for (let index = 2; index < gin.elements.length; index += 1) {
    for (const sscc of gin.elements[index] ?? []) {
      if (sscc.trim() === '') continue
      draft.refer('sscc', sscc.trim())
      if (!isSsccCheckDigitRight(sscc.trim())) draft.problem(gin, 'GIN', 'sscc-check-digit', `${sscc} is no valid SSCC`)
    }
  }
}
