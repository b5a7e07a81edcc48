import type { SetDraft } from '@/formats/x12/draft-set'
import { element, findSegment, findSegments } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { impliedMinorText, startReading } from '@/formats/x12/set-values'
import type { X12Segment, X12Set } from '@/formats/x12/x12-segment'

type TenderReference = { idKind: string; idText: string; position: string }

/** L1102, N901 and OID: what a number of the tender names. Source: X12 element 128. */
const KINDS: Readonly<Record<string, string>> = { PO: 'po', SI: 'delivery', DO: 'delivery', BM: 'bol', MB: 'bol', CN: 'pro', IV: 'invoice' }
/** B2A01. Source: X12 element 353. */
const PURPOSES: Readonly<Record<string, string>> = { '01': 'cancellation', '04': 'change', '05': 'change' }
/** S502: stops at which goods are loaded; the others unload. Source: X12 element 163. */
const LOADING: ReadonlySet<string> = new Set(['CL', 'LD', 'PL', 'SL'])

/**
 * 204 load tender as a row of kind 'load-tender': which orders and deliveries one load carries. L305 is N2.
 * Source: X12 004010 set 204: B2, B2A, L11, G62, S5, OID, L3.
 */
export const read204: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const b2 = findSegment(set, 'B2')
  const number = draft.text(b2, 4)
  const carrier = draft.text(b2, 2)
  if (number === null || carrier === null) return reject('B204', 'load-number-missing', 'the tender lacks its load number or its carrier')
  const currency = draft.text(findSegment(set, 'C3'), 1) ?? 'USD'
  return finish([
    row('load-tender', {
      carrier,
      number,
      purpose: PURPOSES[element(findSegment(set, 'B2A'), 1)] ?? 'original',
      tenderedOn: headerDate(draft) ?? envelope.sentAt?.slice(0, 10) ?? null,
      ...stopDates(draft, set),
      stops: findSegments(set, 'S5').length,
      amountMinor: impliedMinorText(draft, findSegment(set, 'L3'), 5, currency),
      currency,
      references: references(set, number, draft),
    }),
  ])
}

function headerDate(draft: SetDraft): string | null {
  const first = findSegment(draft.set, 'S5')?.index ?? Number.POSITIVE_INFINITY
  const g62 = findSegments(draft.set, 'G62').find(({ index }) => index < first)
  return draft.date(g62, 2)
}

/** Day of the first loading stop and of the last stop that unloads. */
function stopDates(draft: SetDraft, set: X12Set): { pickupOn: string | null; deliverOn: string | null } {
  const days: { isLoading: boolean; day: string | null }[] = []
  let stop: X12Segment | null = null
  for (const segment of findSegments(set, 'S5', 'G62')) {
    if (segment.id === 'S5') stop = segment
    else if (stop) days.push({ isLoading: LOADING.has(element(stop, 2)), day: draft.date(segment, 2) })
  }
  return {
    pickupOn: days.find(({ isLoading, day }) => isLoading && day !== null)?.day ?? null,
    deliverOn: days.findLast(({ isLoading, day }) => !isLoading && day !== null)?.day ?? null,
  }
}

/** Every number of the tender once per kind; the load itself is the bill of lading of many carriers. */
function references(set: X12Set, load: string, draft: SetDraft): TenderReference[] {
  const found = new Map<string, TenderReference>()
  const add = (qualifier: string, idText: string, at: X12Segment) => {
    const idKind = KINDS[qualifier]
    if (idKind !== undefined && idText !== '') found.set(`${idKind} ${idText}`, { idKind, idText, position: at.position })
  }
  for (const segment of draft.set.segments) {
    if (segment.id === 'L11') add(element(segment, 2), element(segment, 1), segment)
    else if (segment.id === 'N9') add(element(segment, 1), element(segment, 2), segment)
    else if (segment.id === 'OID') {
      add('SI', element(segment, 1), segment)
      add('PO', element(segment, 2), segment)
    }
  }
  const b2 = findSegment(set, 'B2')
  if (b2 && ![...found.values()].some(({ idKind }) => idKind === 'bol')) add('BM', load, b2)
  return [...found.values()]
}
