import type { CalendarDate } from '@/core/calendar-date'
import type { Money } from '@/core/money'
import type { JudgedCause } from './root-cause'

/** Valid: owed to the customer. Invalid: not owed. Partly: owed in part. Duplicate: taken a second time. Undecided: a paper is missing. */
export const VERDICT_KINDS = ['valid', 'invalid', 'partly', 'duplicate', 'undecided'] as const
export type VerdictKind = (typeof VERDICT_KINDS)[number]

/** Papers and answers that a judge may lack. An unread paper is there, and only its figures are missing: somebody has to read it, nobody to bring it. */
export const MISSING_PAPERS = [
  'proof-of-delivery',
  'bill-of-lading',
  'ship-notice',
  'warehouse-count',
  'claim-detail',
  'order',
  'invoice',
  'agreed-price',
  'agreement',
  'receipt',
  'carrier-status',
  'bank-entry',
  'return-authorisation',
  'stock-report',
  'judge',
  'unread-proof-of-delivery',
  'unread-bill-of-lading',
] as const
export type MissingPaper = (typeof MISSING_PAPERS)[number]

export const LIABLE_PARTIES = ['us', 'customer', 'carrier'] as const
export type LiableParty = (typeof LIABLE_PARTIES)[number]

/** A figure in a verdict. Whole numbers travel as decimal text, so that a verdict is the same in memory, database and browser. */
export type StepValue =
  | { type: 'quantity'; quantity: string; unit: StepUnit }
  | { type: 'money'; minor: string; currency: string }
  | { type: 'price'; micros: string; currency: string }
  | { type: 'rate'; ppm: number }
  | { type: 'date'; date: CalendarDate }
  | { type: 'text'; text: string }
export type StepUnit = 'each' | 'carton' | 'case' | 'each-per-case' | 'day' | 'line' | 'order'

/**
 * One line of the arithmetic. `label` is a message key ('invoiced', 'signed-for'). `working` shows how a result line
 * came about (24 = 4 × 6). `cite` is the index of its document in the verdict's citations, null for results.
 */
export type Step = {
  label: string
  value: StepValue
  /** `more` are the further figures of a sum. */
  working: { left: StepValue; operator: '+' | '−' | '×' | '÷' | 'min'; right: StepValue; more?: readonly StepValue[] } | null
  cite: number | null
}

/** A document a verdict rests on and the place in it: `position` leads back into the imported file, `says` is what stands there. */
export type Citation = {
  document: CitedDocument
  id: string | null
  number: string | null
  line: string | null
  position: string | null
  says: string
}
export type CitedDocument =
  | 'purchase-order'
  | 'order-change'
  | 'order-confirmation'
  | 'sales-order'
  | 'delivery'
  | 'ship-notice'
  | 'bill-of-lading'
  | 'proof-of-delivery'
  | 'carrier-status'
  | 'freight-bill'
  | 'receipt'
  | 'invoice'
  /** The invoice as it was sent to the customer, with the terms printed on it. */
  | 'sent-invoice'
  | 'remittance'
  | 'bank-entry'
  | 'portal-claim'
  | 'ledger'
  | 'price-condition'
  | 'agreement'
  | 'stock-report'
  | 'return-authorisation'
  | 'return-receipt'
  | 'credit-memo'
  | 'mail'
  | 'customer-master'
  | 'item-master'
  | 'freight-tariff'
  | 'trade-rule'
  | 'deduction'

/** What a judge says about one deduction. `recoverable` is the part that is not owed, never more than was taken. */
export type ValidityVerdict = {
  kind: VerdictKind
  recoverable: Money
  confidencePpm: number
  /** Message key of the one-sentence reason: 'signed-in-full', 'cases-counted-as-eaches'. */
  because: string
  steps: readonly Step[]
  citations: readonly Citation[]
  missing: readonly MissingPaper[]
  liable: LiableParty | null
  rootCause: JudgedCause | null
}
