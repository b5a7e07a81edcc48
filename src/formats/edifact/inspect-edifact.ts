import type { InspectedDocument, Inspection } from '@/formats/inspection'
import { collectReferences } from './collect-references'
import { MessageDraft } from './draft-message'
import { component } from './edifact-segment'
import { inspectInvoic } from './messages/inspect-invoic'
import { inspectOrders } from './messages/inspect-orders'
import { inspectRemadv } from './messages/inspect-remadv'
import { readEdifact } from './read-edifact'

const INSPECTORS: Readonly<Record<string, (draft: MessageDraft) => void>> = {
  ORDERS: inspectOrders,
  ORDCHG: inspectOrders,
  ORDRSP: inspectOrders,
  INVOIC: inspectInvoic,
  REMADV: inspectRemadv,
  DESADV: (draft) => draft.refer('delivery', draft.document.number ?? ''),
}

/** What an EDIFACT file holds, one document per message; everything that is wrong with it is in the findings. */
export function inspectEdifact(bytes: Uint8Array): Pick<Inspection, 'delimiters' | 'counts' | 'documents' | 'findings'> {
  const file = readEdifact(bytes)
  const documents: InspectedDocument[] = []
  const findings = [...file.problems]
  for (const interchange of file.interchanges) {
    for (const message of interchange.messages) {
      const draft = new MessageDraft(message)
      draft.document.number = component(draft.find('BGM'), 2) || null
      draft.document.date = draft.date('137', '3', '2')
      draft.document.currency = component(draft.find('CUX'), 1, 2) || null
      draft.document.lines = countLines(draft)
      INSPECTORS[message.type]?.(draft)
      collectReferences(draft)
      documents.push({ ...draft.document, sender: interchange.sender, receiver: interchange.receiver, control: interchange.reference })
      findings.push(...draft.findings)
    }
  }
  return {
    delimiters: file.delimiters,
    counts: {
      interchanges: file.interchanges.length,
      groups: file.groupCount,
      documents: documents.length,
      segments: file.segmentCount,
      rows: null,
    },
    documents,
    findings,
  }
}

/** DOC in a remittance advice, LIN in everything about goods; CNT 2 states their number. */
function countLines(draft: MessageDraft): number {
  const opening = draft.message.type === 'REMADV' ? 'DOC' : 'LIN'
  const counted = draft.message.segments.filter(({ tag }) => tag === opening).length
  const stated = draft.message.segments.find((segment) => segment.tag === 'CNT' && component(segment, 1) === '2')
  if (stated && Number(component(stated, 1, 2)) !== counted) {
    draft.problem(stated, 'CNT', 'line-count-differs', `CNT says ${component(stated, 1, 2)}, the message holds ${counted} ${opening}`)
  }
  return counted
}
