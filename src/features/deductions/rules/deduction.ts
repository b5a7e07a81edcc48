import type { VerdictKind } from './verdict'

/** The words a deduction is described with. The database holds the same lists as CHECK constraints; a tidy test compares them. */

/** What kind of reason the customer had, in our words. Source of the mapping: category-of-code.ts. */
export const CATEGORIES = [
  'shortage',
  'substitution',
  'damage',
  'price',
  'allowance',
  'promotion',
  'price-protection',
  'returns',
  'compliance',
  'freight',
  'cash-discount',
  'duplicate',
  'tax',
  'post-audit',
  'unclear',
] as const
export type Category = (typeof CATEGORIES)[number]

/** What a code can be mapped to: everything that says something. */
export type MappedCategory = Exclude<Category, 'unclear'>
export const MAPPED_CATEGORIES = CATEGORIES.filter((category): category is MappedCategory => category !== 'unclear')

/** Where a deduction stands. Closed is reached only when nothing is open any more. */
export const DEDUCTION_STATES = ['new', 'collecting', 'ready', 'submitted', 'closed'] as const
export type DeductionState = (typeof DEDUCTION_STATES)[number]

/**
 * Whether there is something to do about a deduction, so that its deadline runs: neither filed nor closed, and not simply owed.
 * `verdict` is the decided one, else the machine's. The database says the same as `WORKABLE`.
 */
export function isWorkable({ state, verdict }: { state: DeductionState; verdict: VerdictKind }): boolean {
  return state !== 'submitted' && state !== 'closed' && verdict !== 'valid'
}

/** Where a deduction was seen. One deduction has at most one origin and any number of further sources. */
export const SOURCE_KINDS = ['remittance', 'portal-claim', 'ledger', 'manual', 'split'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** How an amount stopped being open. */
export const RESOLUTION_KINDS = ['repaid', 'credited', 'accepted', 'written-off', 'reversed', 'expired'] as const
export type ResolutionKind = (typeof RESOLUTION_KINDS)[number]

/** The ways in which a person gives an amount up for good. */
export const GIVING_UP_KINDS = ['accepted', 'written-off'] as const satisfies readonly ResolutionKind[]
export type GivingUpKind = (typeof GIVING_UP_KINDS)[number]

export function isGivingUp(kind: ResolutionKind): kind is GivingUpKind {
  return GIVING_UP_KINDS.some((one) => one === kind)
}

/** The request by which a deduction goes back to sales. */
export const BACK_TO_SALES = 'back-to-sales'

/** What a decision can set going; each has a state of its own. */
export const OUTCOME_KINDS = ['dispute', 'credit-memo', 'write-off', 'carrier-claim', 'sales'] as const
export type OutcomeKind = (typeof OUTCOME_KINDS)[number]

/** What finance is asked to post for an amount that was accepted, and for one that was given up. */
export const LEDGER_KINDS = { accepted: 'credit-memo', 'written-off': 'write-off' } as const satisfies Record<GivingUpKind, OutcomeKind>

/** What the person at the desk does next, in the order of work. */
export const NEXT_ACTIONS = [
  'read-paper',
  'ask-proof-of-delivery',
  'ask-bill-of-lading',
  'ask-warehouse-count',
  'ask-ship-notice',
  'ask-claim-detail',
  'review',
  'build-package',
  'file-carrier-claim',
  'accept',
  'write-off',
  'wait-for-answer',
  'wait-for-money',
  'wait-for-sales',
  'wait-for-approval',
  'none',
] as const
export type NextAction = (typeof NEXT_ACTIONS)[number]
