import { negateDecimal } from './decimal-text'
import type { InspectedAdjustment } from './inspection'
import type { PaidDocument } from './paid-document'

/** What a payment takes off its documents, and credit notes it sets off: negative lowers the payment. */
export function adjustmentsOf({ number, kind, paid, adjustments }: PaidDocument): InspectedAdjustment[] {
  const taken = adjustments.map(({ amount, direction, reason, text }) => ({
    amount: direction === 'credit' ? amount : negateDecimal(amount),
    reason: reason ?? text,
    reference: null,
    appliesTo: number,
  }))
  const credit =
    kind === 'credit-note' && paid !== null ? [{ amount: negateDecimal(paid), reason: null, reference: number, appliesTo: null }] : []
  return [...credit, ...taken]
}
