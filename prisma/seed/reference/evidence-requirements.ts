import type { Category } from '@/features/deductions/rules/deduction'
import type { EvidenceKind, EvidenceLevel } from '@/features/deductions/rules/evidence-needed'

/** What one customer wants to see for a category of claims, in the order in which it goes into the package. */
export type EvidenceList = {
  /** Customer code, or null for every customer without an own list. */
  readonly customer: string | null
  readonly category: Category
  readonly freightTerms: 'prepaid' | 'collect' | null
  readonly evidence: readonly (readonly [EvidenceKind, EvidenceLevel])[]
  readonly source: string
}

const PRACTICE = 'common practice of retailers, public help pages of dispute services; checked 2026-05'
const GUIDE = 'vendor guide of the customer, disputes chapter'

const required = (...kinds: readonly EvidenceKind[]) => kinds.map((kind) => [kind, 'required'] as const)
const recommended = (...kinds: readonly EvidenceKind[]) => kinds.map((kind) => [kind, 'recommended'] as const)

export const EVIDENCE_LISTS: readonly EvidenceList[] = [
  {
    customer: null,
    category: 'shortage',
    freightTerms: 'prepaid',
    evidence: [...required('invoice', 'purchase-order', 'proof-of-delivery'), ...recommended('ship-notice', 'bill-of-lading')],
    source: `${PRACTICE}: proof of delivery signed in full, with the order number`,
  },
  {
    customer: null,
    category: 'shortage',
    freightTerms: 'collect',
    evidence: [...required('invoice', 'purchase-order', 'bill-of-lading'), ...recommended('ship-notice', 'proof-of-delivery')],
    source: `${PRACTICE}: bill of lading signed by the driver with the carton count, not shipper load and count`,
  },
  {
    customer: null,
    category: 'damage',
    freightTerms: null,
    evidence: [...required('invoice', 'proof-of-delivery'), ...recommended('bill-of-lading')],
    source: PRACTICE,
  },
  {
    customer: null,
    category: 'substitution',
    freightTerms: null,
    evidence: [...required('invoice', 'purchase-order', 'proof-of-delivery'), ...recommended('bill-of-lading')],
    source: PRACTICE,
  },
  {
    customer: null,
    category: 'price',
    freightTerms: null,
    evidence: [...required('invoice', 'purchase-order', 'agreed-price'), ...recommended('claim')],
    source: PRACTICE,
  },
  { customer: null, category: 'promotion', freightTerms: null, evidence: required('invoice', 'agreement'), source: PRACTICE },
  {
    customer: null,
    category: 'price-protection',
    freightTerms: null,
    evidence: required('agreement', 'agreed-price', 'stock-report'),
    source: PRACTICE,
  },
  {
    customer: null,
    category: 'returns',
    freightTerms: null,
    evidence: [...required('invoice', 'return-authorisation'), ...recommended('return-receipt')],
    source: PRACTICE,
  },
  {
    customer: null,
    category: 'compliance',
    freightTerms: null,
    evidence: [...required('purchase-order', 'carrier-status'), ...recommended('ship-notice', 'proof-of-delivery')],
    source: PRACTICE,
  },
  {
    customer: null,
    category: 'freight',
    freightTerms: null,
    evidence: [...required('invoice', 'freight-bill'), ...recommended('bill-of-lading')],
    source: PRACTICE,
  },
  {
    customer: null,
    category: 'cash-discount',
    freightTerms: null,
    evidence: [...required('invoice', 'remittance'), ...recommended('bank-entry')],
    source: PRACTICE,
  },
  { customer: null, category: 'duplicate', freightTerms: null, evidence: required('invoice', 'first-deduction'), source: PRACTICE },
  {
    customer: null,
    category: 'post-audit',
    freightTerms: null,
    evidence: required('invoice', 'purchase-order', 'remittance', 'agreed-price'),
    source: PRACTICE,
  },
  {
    customer: 'C01',
    category: 'shortage',
    freightTerms: null,
    evidence: required('invoice', 'purchase-order', 'ship-notice', 'bill-of-lading', 'proof-of-delivery'),
    source: `${GUIDE}: five papers, the proof of delivery with gate stamp`,
  },
  {
    customer: 'C05',
    category: 'compliance',
    freightTerms: null,
    evidence: required('purchase-order', 'ship-notice', 'carrier-status'),
    source: `${GUIDE}: carrier status and the appointment`,
  },
  {
    customer: 'C02',
    category: 'shortage',
    freightTerms: null,
    evidence: [...required('invoice', 'bill-of-lading'), ...recommended('proof-of-delivery', 'ship-notice')],
    source: 'marketplace help pages: bill of lading per article, claim quantity',
  },
]
