import type { EvidenceEntry } from './evidence-needed'
import type { Citation, Step, VerdictKind } from './verdict'

/** Figures that tell what became of the goods; what one deduction alone is about is left to its own page. */
const OF_THE_SHIPMENT: ReadonlySet<string> = new Set([
  'deliverBy',
  'lastDayAllowed',
  'carrierOrdered',
  'carrierUsed',
  'freightTerms',
  'shipNoticeSent',
  'shipNoticeAcknowledged',
  'readyPlanned',
  'readyOn',
  'leftOn',
  'goodsIssue',
  'pickedUpOn',
  'deliveredOn',
  'carrierStatus',
  'appointmentMoved',
  'cartonsPlanned',
  'cartonsPickedUp',
  'cartonsSigned',
  'exceptionsSigned',
  'signedClean',
  'invoiced',
  'shipped',
  'receivedByCustomer',
  'receivedOnOtherOrder',
])

type Told = { steps: readonly Step[]; citations: readonly Citation[] }

/** What the verdicts of one shipment read about it, each figure once, in the order in which goods move. */
export function shipmentFacts(verdicts: readonly Told[]): { steps: Step[]; citations: Citation[] } {
  const order = [...OF_THE_SHIPMENT]
  const told = verdicts.flatMap(({ steps, citations }) =>
    steps.flatMap((step) => {
      const citation = step.cite === null ? undefined : citations[step.cite]
      return citation !== undefined && OF_THE_SHIPMENT.has(step.label) ? [{ step, citation }] : []
    }),
  )
  const once = new Map(told.map((one) => [JSON.stringify([one.step.label, one.step.value, one.citation.id, one.citation.line]), one]))
  const kept = [...once.values()].toSorted((a, b) => order.indexOf(a.step.label) - order.indexOf(b.step.label))
  return { steps: kept.map(({ step }, index) => ({ ...step, cite: index })), citations: kept.map(({ citation }) => citation) }
}

/** The papers that any of the deductions needs, each once: required when one of them requires it, there when it is there for one. */
export function sharedEvidence(lists: readonly (readonly EvidenceEntry[])[]): EvidenceEntry[] {
  const shared = new Map<string, EvidenceEntry>()
  for (const entry of lists.flat()) {
    const known = shared.get(entry.evidence)
    const better = known === undefined || (entry.isThere && !known.isThere) ? entry : known
    const isRequired = entry.level === 'required' || known?.level === 'required'
    shared.set(entry.evidence, { ...better, level: isRequired ? 'required' : better.level })
  }
  return [...shared.values()]
}

type Member = {
  id: string
  version: number
  isOpen: boolean
  isDecided: boolean
  verdict: VerdictKind
  hasCause: boolean
  isFiled: boolean
}

/** What can be done with the deductions of an incident at once: agree with their verdicts, ask back what is not owed. */
export function incidentActs(members: readonly Member[]): { agree: { id: string; version: number }[]; dispute: string[] } {
  const open = members.filter(({ isOpen }) => isOpen)
  return {
    agree: open
      .filter(({ verdict, isDecided, hasCause }) => !isDecided && verdict !== 'undecided' && (verdict !== 'valid' || hasCause))
      .map(({ id, version }) => ({ id, version })),
    dispute: open.filter(({ verdict, isFiled }) => !isFiled && verdict !== 'undecided' && verdict !== 'valid').map(({ id }) => id),
  }
}
