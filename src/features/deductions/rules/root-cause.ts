/** The leaves of the tree of root causes that judges name by themselves; people may add others. A test compares them with the database. */
export const JUDGED_CAUSES = [
  'agreed-price-drop',
  'agreed-programme',
  'allowance-overlooked',
  'already-credited',
  'already-deducted',
  'already-on-invoice',
  'appointment-moved-by-customer',
  'article-not-in-scope',
  'asn-late',
  'asn-was-in-time',
  'billed-before-shipment',
  'booked-on-other-po',
  'carrier-damage',
  'carrier-loss',
  'case-counted-as-each',
  'change-not-booked',
  'claim-unexplained',
  'claimed-too-late',
  'claimed-twice',
  'collect-freight-charged',
  'counted-before-unloaded',
  'customer-carrier-late',
  'customer-carrier-loss',
  'customer-old-price-file',
  'customer-paid-our-freight',
  'damaged-after-handover',
  'delivered-in-time',
  'difference-taken-before',
  'fewer-returned',
  'fine-rate-too-high',
  'freight-paid-by-us',
  'goods-returned',
  'inner-pack-miscount',
  'lost-after-signature',
  'more-than-stock',
  'never-returned',
  'no-agreement',
  'no-authorisation',
  'no-discount-terms',
  'no-tax-billed',
  'order-not-filled',
  'other-article-shipped',
  'outside-dates',
  'pack-error',
  'paid-in-time',
  'paid-late',
  'pick-error',
  'pick-error-overclaimed',
  'price-above-sold',
  'rate-too-high',
  'receipt-not-booked',
  'routed-as-ordered',
  'second-delivery-ignored',
  'shipped-as-ordered',
  'shipped-late',
  'stock-overstated',
  'substitution-confirmed',
  'taken-after-repayment',
  'tax-billed-on-resale',
  'threshold-met',
  'weight-overstated',
  'wrong-carrier',
  'wrong-price-and-old-file',
  'wrong-price-billed',
] as const
export type JudgedCause = (typeof JUDGED_CAUSES)[number]

/** The leaf for what was accepted because it is below the limit of small amounts. */
export const BELOW_LIMIT = 'below-limit'
/** The leaf for what a customer kept in a dispute, when nobody knows a better one. */
export const DISPUTE_LOST = 'dispute-lost'

/** The step of the process in which a root cause arises. */
export const PROCESS_STEPS = [
  'item-setup',
  'price-setup',
  'customer-setup',
  'agreement',
  'order-entry',
  'routing',
  'picking',
  'packing',
  'goods-issue',
  'ship-notice',
  'transport',
  'freight',
  'billing',
  'returns',
  'payment',
  'claims',
  'at-customer',
] as const
export type ProcessStep = (typeof PROCESS_STEPS)[number]

/** Whether we could have prevented it, owe it by contract, or the customer was wrong. */
export const CAUSE_NATURES = ['preventable', 'contractual', 'customer'] as const
export type CauseNature = (typeof CAUSE_NATURES)[number]

/** The parts of the tree that a person can name for what is owed; the error of a customer owes nothing. */
export function explainsOwed(nature: CauseNature): boolean {
  return nature !== 'customer'
}
