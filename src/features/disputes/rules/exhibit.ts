import { EVIDENCE_KINDS, type EvidenceKind, type EvidenceLevel } from '@/features/deductions/rules/evidence-needed'

/** What a package can hold besides evidence the rules know: pictures and anything a person adds. */
export const ADDED_KINDS = ['photo', 'attachment'] as const
export const EXHIBIT_KINDS = [...EVIDENCE_KINDS, ...ADDED_KINDS] as const
export type ExhibitKind = EvidenceKind | (typeof ADDED_KINDS)[number]

// The order in which reviewers read: what was billed, what was ordered and agreed, what left, what arrived, what was paid.
const ORDER: readonly ExhibitKind[] = [
  'invoice',
  'purchase-order',
  'agreed-price',
  'agreement',
  'ship-notice',
  'bill-of-lading',
  'carrier-status',
  'proof-of-delivery',
  'freight-bill',
  'return-authorisation',
  'return-receipt',
  'stock-report',
  'first-deduction',
  'remittance',
  'bank-entry',
  'claim',
  'photo',
  'attachment',
  'warehouse-count',
]

/** Place of a kind in the template; smaller comes first. */
export function placeOf(kind: ExhibitKind): number {
  return ORDER.indexOf(kind)
}

/** Counts of our own stock are for our eyes: they are offered, but never go out by themselves. */
export function goesOutByItself(kind: ExhibitKind): boolean {
  return kind !== 'warehouse-count'
}

/** A number a paper mentions, in the form in which numbers are compared. */
export type Mention = { kind: 'po' | 'invoice'; key: string }

/**
 * One piece of a package: a stored document, or a record of ours that becomes a page. `title` is its number or file name.
 * `pages` and `bytes` are null while a record has not been rendered.
 */
export type Exhibit = {
  id: string | null
  evidence: ExhibitKind
  level: EvidenceLevel | 'added'
  documentId: string | null
  recordKind: EvidenceKind | null
  recordId: string | null
  title: string
  isIncluded: boolean
  pages: number | null
  bytes: number | null
  mediaType: string | null
  /** What the reader of files said: 'text', 'needs-reading', 'encrypted', 'failed'. Null for records. */
  fileState: string | null
  mentions: readonly Mention[]
  /** True when the text holds Chinese characters. */
  hasChinese: boolean
  isSigned: boolean | null
  isStamped: boolean | null
  /** A figure worth saying beside the title: pieces or cartons. */
  quantity: string | null
}

/** Identity of an exhibit: the same paper or record is put into a package once. */
export function keyOf(exhibit: Pick<Exhibit, 'evidence' | 'documentId' | 'recordId'>): string {
  return exhibit.documentId ?? `${exhibit.evidence} ${exhibit.recordId ?? ''}`
}

/** What is said of a piece whose file nobody has looked into. */
export const NOT_LOOKED_INTO = {
  pages: null,
  bytes: null,
  mediaType: null,
  fileState: null,
  mentions: [],
  hasChinese: false,
  isSigned: null,
  isStamped: null,
  quantity: null,
} satisfies Partial<Exhibit>

/** A piece of a kind before anything is known of it. */
export function blankExhibit(evidence: ExhibitKind): Exhibit {
  return {
    id: null,
    evidence,
    level: 'added',
    documentId: null,
    recordKind: null,
    recordId: null,
    title: '',
    isIncluded: true,
    ...NOT_LOOKED_INTO,
  }
}
