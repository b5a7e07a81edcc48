import type { Problem } from '@/core/problem'
import type { InspectedDocument, Inspection } from '@/formats/inspection'
import { outcomeOf } from './acknowledged-sets'
import { collectReferences } from './collect-references'
import { SetDraft } from './draft-set'
import { element } from './read-element'
import { readX12, setsOf } from './read-x12'
import { inspect180 } from './sets/inspect-180'
import { inspect810 } from './sets/inspect-810'
import { inspect812 } from './sets/inspect-812'
import { inspect820 } from './sets/inspect-820'
import { inspect824 } from './sets/inspect-824'
import { inspect850 } from './sets/inspect-850'
import { inspect852 } from './sets/inspect-852'
import { inspect855 } from './sets/inspect-855'
import { inspect856 } from './sets/inspect-856'
import { inspect857 } from './sets/inspect-857'
import { inspect860 } from './sets/inspect-860'
import { inspect861 } from './sets/inspect-861'
import { inspect864 } from './sets/inspect-864'
import { inspect867 } from './sets/inspect-867'
import { inspect997 } from './sets/inspect-997'
import { inspect204, inspect210, inspect214 } from './sets/inspect-freight'
import { inspect875, inspect880, inspect894 } from './sets/inspect-grocery'
import { inspectOther } from './sets/inspect-other'
import type { X12Segment } from './x12-segment'

/** Routed by ST01: GS01 is wrong in real files. */
const INSPECTORS: Readonly<Record<string, (draft: SetDraft) => void>> = {
  '180': inspect180,
  '204': inspect204,
  '210': inspect210,
  '214': inspect214,
  '810': inspect810,
  '812': inspect812,
  '820': inspect820,
  '824': inspect824,
  '850': inspect850,
  '852': inspect852,
  '855': inspect855,
  '856': inspect856,
  '857': inspect857,
  '860': inspect860,
  '861': inspect861,
  '864': inspect864,
  '867': inspect867,
  '875': inspect875,
  '880': inspect880,
  '894': inspect894,
  '997': inspect997,
  '999': inspect997,
}

/** What an X12 file holds, one document per transaction set; everything that is wrong with it is in the findings. */
export function inspectX12(bytes: Uint8Array): Pick<Inspection, 'delimiters' | 'counts' | 'documents' | 'findings'> {
  const file = readX12(bytes)
  const documents: InspectedDocument[] = []
  const findings = [...file.problems]
  for (const { interchange, set } of setsOf(file)) {
    const draft = new SetDraft(set)
    const inspect = INSPECTORS[set.id] ?? inspectOther
    inspect(draft)
    collectReferences(draft)
    documents.push({ ...draft.document, sender: interchange.sender, receiver: interchange.receiver, control: interchange.control })
    findings.push(...draft.findings)
  }
  for (const interchange of file.interchanges) findings.push(...interchange.acknowledgements.flatMap(refusedInterchange))
  const groups = file.interchanges.reduce((sum, interchange) => sum + interchange.groups.length, 0)
  return {
    delimiters: file.delimiters,
    counts: { interchanges: file.interchanges.length, groups, documents: documents.length, segments: file.segmentCount, rows: null },
    documents,
    findings,
  }
}

/** TA104 says whether an interchange of ours was taken, TA105 why not. Source: X12.5 segment TA1. */
function refusedInterchange(ta1: X12Segment): Problem[] {
  const outcome = outcomeOf(element(ta1, 4))
  if (outcome === 'accepted') return []
  const code = outcome === 'rejected' ? 'interchange-refused' : 'interchange-accepted-with-errors'
  const message = `interchange ${element(ta1, 1)} of ours: TA104 is ${element(ta1, 4)}, note ${element(ta1, 5)}`
  return [{ position: ta1.position, field: 'TA104', code, message }]
}
