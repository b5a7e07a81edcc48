import { parseScaled } from '@/core/money'
import type { MessageDraft } from './draft-message'
import { component, type EdifactSegment } from './edifact-segment'

/** Terms of an order or invoice: days net, and the cash discount within its days. */
export type PaymentTerms = { netDays: number | null; discountPpm: number | null; discountDays: number | null }

/**
 * Reads PAT with the PCD that follows: 22 is a cash discount, 1 and 3 the fixed date. Days stand in 2152.
 * Source: D.96A INVOIC, PAT C112 and PCD C501.
 */
export function paymentTerms(draft: MessageDraft, header: readonly EdifactSegment[]): PaymentTerms {
  const terms: PaymentTerms = { netDays: null, discountPpm: null, discountDays: null }
  let isDiscount = false
  for (const segment of header) {
    if (segment.tag === 'PAT') {
      isDiscount = component(segment, 1) === '22'
      const days = /^\d{1,4}$/.test(component(segment, 3, 4)) ? Number(component(segment, 3, 4)) : null
      if (isDiscount) terms.discountDays ??= days
      else terms.netDays ??= days
    } else if (segment.tag === 'PCD' && isDiscount && terms.discountPpm === null) {
      const scaled = parseScaled(draft.decimal(segment, 1, 2) ?? '', 4)
      terms.discountPpm = scaled === null || scaled < 0n || scaled > 1_000_000n ? null : Number(scaled)
    }
  }
  return terms
}
