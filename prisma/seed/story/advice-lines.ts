import type { Cents } from './amounts'
import { existing } from './dice'
import { type Claim, invoiceTotal, type Payment, type Sale } from './world'

/** One line of a remittance advice: an invoice or a deduction (negative). */
export type Line = { sale: Sale | null; claim: Claim | null; number: string; gross: Cents; discount: Cents }

/** Invoices first, then deductions; a claim without detail names no order. */
export function linesOf(payment: Payment): Line[] {
  const invoices = payment.sales.map((sale): Line => {
    const discount = payment.discounts.find((claim) => claim.sale === sale)?.amount ?? 0n
    return { sale, claim: null, number: sale.invoice, gross: invoiceTotal(sale), discount }
  })
  const claims = payment.claims.map(
    (claim): Line => ({ sale: isBare(claim) ? null : claim.sale, claim, number: claim.number, gross: -claim.amount, discount: 0n }),
  )
  return [...invoices, ...claims]
}

/** A claim that names no order. */
export const isBare = (claim: Claim): boolean => claim.kind === 'unclear' || claim.kind === 'priceProtection'
export const dayOf = (line: Line): number => line.claim?.claimDay ?? existing(line.sale).invoiceDay
