import type { AcknowledgedOutcome } from './acknowledged-sets'
import type { SetDraft } from './draft-set'
import { element } from './read-element'
import type { X12Segment } from './x12-segment'

/** What a partner's application says of one document of ours, as an 824 tells it. */
export type AcknowledgedDocument = {
  oti: X12Segment
  /** Set id as sent ('810', '856') in OTI10, when stated. */
  setId: string | null
  /** REF qualifier and number of the document. */
  qualifier: string
  number: string
  groupControl: string | null
  setControl: string | null
  outcome: AcknowledgedOutcome
  code: string
  errors: string[]
}

/** Transaction and item level; accepted with change or with error is accepted all the same. Source: X12 element 110. */
const OUTCOMES: Readonly<Record<string, AcknowledgedOutcome>> = {
  TA: 'accepted',
  TC: 'with-errors',
  TE: 'with-errors',
  TP: 'with-errors',
  TR: 'rejected',
  IA: 'accepted',
  IC: 'with-errors',
  IE: 'with-errors',
  IP: 'with-errors',
  IR: 'rejected',
  BA: 'accepted',
  BC: 'with-errors',
  BE: 'with-errors',
  BP: 'with-errors',
  BR: 'rejected',
  GA: 'accepted',
  GC: 'with-errors',
  GE: 'with-errors',
  GP: 'with-errors',
  GR: 'rejected',
}

/** Every OTI of an 824 with the errors (TED, NTE, RED) below it. Source: X12 004010 set 824: OTI, REF, TED, NTE. */
export function acknowledgedDocuments(draft: SetDraft): AcknowledgedDocument[] {
  const found: AcknowledgedDocument[] = []
  for (const segment of draft.set.segments) {
    const last = found.at(-1)
    if (segment.id === 'OTI') found.push(documentOf(segment))
    else if (last && segment.id === 'TED') last.errors.push(errorOf(segment))
    else if (last && segment.id === 'NTE' && element(segment, 2) !== '') last.errors.push(element(segment, 2))
    else if (last && segment.id === 'RED') last.errors.push(element(segment, 1))
  }
  return found
}

function documentOf(oti: X12Segment): AcknowledgedDocument {
  const code = element(oti, 1)
  return {
    oti,
    setId: element(oti, 10) || null,
    qualifier: element(oti, 2),
    number: element(oti, 3),
    groupControl: element(oti, 8) || null,
    setControl: element(oti, 9) || null,
    outcome: OUTCOMES[code] ?? 'with-errors',
    code,
    errors: [],
  }
}

/** TED01 is the code, TED02 the words, TED07 the value at fault. */
function errorOf(ted: X12Segment): string {
  const value = element(ted, 7)
  const words = [element(ted, 1), element(ted, 2)].filter((part) => part !== '').join(' ')
  return value === '' ? words : `${words} (${value})`
}
