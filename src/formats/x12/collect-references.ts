import type { DocumentReferences } from '@/formats/inspection'
import { isSsccCheckDigitRight } from '@/formats/sscc'
import type { SetDraft } from './draft-set'
import { element, findSegments, itemIds } from './read-element'
import type { X12Segment } from './x12-segment'

type Kind = keyof DocumentReferences

/** REF01, N901, L1102: what the number is. Source: X12 element 128. */
const KIND_BY_QUALIFIER: Readonly<Record<string, Kind>> = {
  PO: 'po',
  IV: 'invoice',
  BM: 'bol',
  MB: 'bol',
  CN: 'pro',
  SI: 'delivery',
  PK: 'delivery',
  IA: 'vendor',
  VR: 'vendor',
  CM: 'claim',
  DM: 'claim',
  RZ: 'claim',
  ST: 'store',
  TN: 'trace',
}

/** Item id qualifiers. Source: X12 element 235. */
const ITEM_QUALIFIERS: ReadonlySet<string> = new Set('UP UA UC UD UE UI UK UN EN EO VN VP VC VE BP CB SK IN PI PN MG MF'.split(' '))

/** Sets in which N1 BY is the store itself rather than the buying office. */
const BUYER_IS_STORE: ReadonlySet<string> = new Set(['852', '856', '812', '857', '867'])

/** Collects the numbers that link this set to other documents, wherever the standard lets them stand. */
export function collectReferences(draft: SetDraft): void {
  for (const segment of draft.set.segments) {
    if (segment.id === 'REF' || segment.id === 'N9') referByQualifier(draft, element(segment, 1), element(segment, 2))
    else if (segment.id === 'L11') referByQualifier(draft, element(segment, 2), element(segment, 1))
    else if (segment.id === 'PRF') draft.refer('po', element(segment, 1))
    else if (segment.id === 'CAD') referByQualifier(draft, element(segment, 7), element(segment, 8))
    else if (segment.id === 'MAN') collectSscc(draft, segment)
    else if (segment.id === 'N1') collectStore(draft, segment)
    else collectItems(draft, segment)
  }
}

/** CTT01 counts the lines; in an 856 senders count HL or LIN. */
export function checkLineCount(draft: SetDraft, ...lineIds: string[]): void {
  const [trailer] = findSegments(draft.set, 'CTT')
  const stated = element(trailer, 1)
  if (stated === '') return
  const counts = lineIds.map((id) => findSegments(draft.set, id).length)
  if (!counts.includes(Number(stated))) {
    draft.problem(trailer, 'CTT01', 'line-count-differs', `CTT01 says ${stated}, the set holds ${counts[0]} ${lineIds[0]}`, {
      stated,
      computed: String(counts[0]),
    })
  }
}

/** Notes a number by the qualifier that says what it is; others say nothing that links documents. */
export function referByQualifier(draft: SetDraft, qualifier: string, value: string): void {
  const kind = KIND_BY_QUALIFIER[qualifier]
  if (kind) draft.refer(kind, value)
}

function collectSscc(draft: SetDraft, man: X12Segment): void {
  if (element(man, 1) !== 'GM') return
  const sscc = element(man, 2)
  draft.refer('sscc', sscc)
  if (!isSsccCheckDigitRight(sscc)) draft.problem(man, 'MAN02', 'sscc-check-digit', `${sscc} is no valid SSCC`)
}

function collectStore(draft: SetDraft, n1: X12Segment): void {
  const role = element(n1, 1)
  if (role === 'ST' || (role === 'BY' && BUYER_IS_STORE.has(draft.set.id))) draft.refer('store', element(n1, 4))
}

function collectItems(draft: SetDraft, segment: X12Segment): void {
  for (const { qualifier, value } of itemIds(segment)) {
    if (ITEM_QUALIFIERS.has(qualifier)) draft.refer('item', value)
    if (qualifier === 'PO') draft.refer('po', value)
  }
}
