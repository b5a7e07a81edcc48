import type { Category } from './deduction'
import type { ValidityFacts } from './validity-facts'

export const EVIDENCE_KINDS = [
  'claim',
  'remittance',
  'invoice',
  'purchase-order',
  'ship-notice',
  'bill-of-lading',
  'proof-of-delivery',
  'carrier-status',
  'agreed-price',
  'agreement',
  'return-authorisation',
  'return-receipt',
  'freight-bill',
  'stock-report',
  'first-deduction',
  'bank-entry',
  'warehouse-count',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

export type EvidenceLevel = 'required' | 'recommended'
export type EvidenceRequirement = { evidence: EvidenceKind; level: EvidenceLevel }

/** One line of the checklist: what is asked for, whether it is there, and which record or paper it is. */
export type EvidenceEntry = EvidenceRequirement & {
  isThere: boolean
  /** It is there, but nobody has read its figures yet. */
  isUnread: boolean
  documentId: string | null
  number: string | null
  position: string | null
}

const REQUIRED: Readonly<Record<Category, readonly EvidenceKind[]>> = {
  shortage: ['invoice', 'purchase-order', 'bill-of-lading', 'proof-of-delivery', 'ship-notice'],
  substitution: ['invoice', 'purchase-order', 'bill-of-lading', 'proof-of-delivery'],
  damage: ['invoice', 'bill-of-lading', 'proof-of-delivery'],
  price: ['invoice', 'purchase-order', 'agreed-price'],
  allowance: ['invoice', 'agreement'],
  promotion: ['invoice', 'agreement'],
  'price-protection': ['agreed-price', 'agreement', 'stock-report'],
  returns: ['invoice', 'return-authorisation', 'return-receipt'],
  compliance: ['invoice', 'purchase-order', 'ship-notice', 'carrier-status'],
  freight: ['invoice', 'purchase-order', 'freight-bill'],
  'cash-discount': ['invoice', 'remittance', 'bank-entry'],
  duplicate: ['invoice', 'first-deduction'],
  tax: ['invoice'],
  'post-audit': ['invoice', 'purchase-order', 'agreed-price', 'remittance'],
  unclear: ['claim'],
}

/**
 * Evidence a category needs. On collect freight the bill of lading decides and the delivery receipt only helps.
 * Source: what retailers' dispute guides ask for; a customer's own requirements replace these.
 */
export function evidenceNeeded(
  category: Category,
  freightTerms: string | null,
  own: readonly EvidenceRequirement[] = [],
): readonly EvidenceRequirement[] {
  if (own.length > 0) return own
  const isCollect = freightTerms === 'collect'
  return REQUIRED[category].map((evidence) => ({
    evidence,
    level: (isCollect && evidence === 'proof-of-delivery') || evidence === 'ship-notice' ? 'recommended' : 'required',
  }))
}

/** The checklist with what the facts hold. Pure: the same facts give the same list. */
export function listEvidence(facts: ValidityFacts, needed: readonly EvidenceRequirement[]): EvidenceEntry[] {
  return needed.map((requirement) => ({ ...requirement, ...findEvidence(facts, requirement.evidence) }))
}

/** Whether the facts hold one kind of evidence. */
export function isEvidenceThere(facts: ValidityFacts, evidence: EvidenceKind): boolean {
  return findEvidence(facts, evidence).isThere
}

type Found = Pick<EvidenceEntry, 'isThere' | 'isUnread' | 'documentId' | 'number' | 'position'>
const ABSENT: Found = { isThere: false, isUnread: false, documentId: null, number: null, position: null }

function findEvidence(facts: ValidityFacts, evidence: EvidenceKind): Found {
  switch (evidence) {
    case 'claim':
      return there(facts.claim)
    case 'remittance':
      return facts.deduction.remittanceLine
        ? found(facts.deduction.remittanceLine.remittanceNumber, facts.deduction.remittanceLine.position)
        : ABSENT
    case 'invoice':
      return there(facts.invoice)
    case 'purchase-order':
      return there(facts.order ?? facts.period?.orders[0] ?? null)
    case 'ship-notice':
      return there(facts.shipNotice)
    case 'bill-of-lading':
    case 'proof-of-delivery':
      return paper(facts, evidence)
    case 'carrier-status':
      return facts.carrierEvents[0] ? found(facts.carrierEvents[0].status, facts.carrierEvents[0].position) : arrivalsOf(facts)
    case 'agreed-price':
      return facts.prices[0] ? found(null, facts.prices[0].position) : ABSENT
    case 'agreement':
      return there(facts.agreements[0] ?? null)
    case 'return-authorisation':
      return there(facts.returnAuthorisations[0] ?? null)
    case 'return-receipt':
      return facts.returnReceipts[0] ? found(null, facts.returnReceipts[0].position) : ABSENT
    case 'freight-bill':
      return there(facts.freightBills[0] ?? null)
    case 'stock-report':
      return facts.stockReports[0] ? found(null, facts.stockReports[0].position) : ABSENT
    case 'first-deduction':
      return facts.siblings[0] ? found(facts.siblings[0].claimNumber, facts.siblings[0].position) : ABSENT
    case 'bank-entry':
      return facts.bankEntry ? found(facts.bankEntry.reference, facts.bankEntry.position) : ABSENT
    case 'warehouse-count':
      return facts.mails[0]
        ? { isThere: true, isUnread: false, documentId: facts.mails[0].documentId, number: facts.mails[0].fileName, position: null }
        : ABSENT
  }
}

// A fine of a period has its days where no order of the period lacks one.
function arrivalsOf({ period }: ValidityFacts): Found {
  const first = period?.orders[0]?.arrival ?? null
  return first === null || period?.orders.some(({ arrival }) => arrival === null) ? ABSENT : found(first.number, first.position)
}

function found(number: string | null, position: string | null): Found {
  return { isThere: true, isUnread: false, documentId: null, number, position }
}

function there(record: { number: string; position: string | null } | null): Found {
  return record ? found(record.number, record.position) : ABSENT
}

function paper(facts: ValidityFacts, kind: 'bill-of-lading' | 'proof-of-delivery'): Found {
  const own = facts.papers.filter((candidate) => candidate.kind === kind)
  const match = own.find((candidate) => !candidate.waitsForReading) ?? own[0]
  if (match === undefined) return ABSENT
  const { waitsForReading, documentId, number, fileName } = match
  return { isThere: true, isUnread: waitsForReading, documentId, number: number ?? fileName, position: null }
}
