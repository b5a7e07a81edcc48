import { absoluteDecimal, multiplyDecimals, negateDecimal, roundDecimal } from '@/formats/decimal-text'
import type { SetDraft } from './draft-set'
import { element } from './read-element'
import type { X12Segment } from './x12-segment'

/** An allowance (negative) or charge (positive) as decimal text, and the segment that states it. */
export type Allowance = {
  segment: X12Segment
  isCharge: boolean
  amount: string
  /** False for what is settled apart from the invoice: bill backs, and charges that the vendor pays himself. */
  isOnInvoice: boolean
  reason: string | null
  /** Number of the agreement, promotion or deal. */
  reference: string | null
}

/** What an allowance is taken of, decimal text: the amount and the quantity of its line, or of all lines. */
export type AllowanceBase = { amount: string | null; quantity: string | null }

/** Method of handling: bill back, and charge to be paid by the vendor. Source: X12 element 331. */
const OFF_INVOICE: ReadonlySet<string> = new Set(['01', '05'])
/** Grocery codes up to 499 are allowances, from 500 on charges. Source: X12 element 340. */
const CHARGES_FROM = 500

/**
 * SAC: the total in SAC05 (N2) wins over a rate in SAC08 and a percentage in SAC07. N is "no allowance or charge".
 * Null when it states no amount. Source: X12 004010 segment SAC.
 */
export function readSac(draft: SetDraft, sac: X12Segment, base: AllowanceBase): Allowance | null {
  const kind = element(sac, 1)
  if (kind === 'N') return null
  const amount =
    draft.cents(sac, 5) ??
    times(draft.decimal(sac, 8), draft.decimal(sac, 10) ?? base.quantity) ??
    percentOf(draft.decimal(sac, 7), base.amount)
  if (amount === null) return null
  return {
    segment: sac,
    isCharge: kind === 'C',
    amount: kind === 'C' ? amount : negateDecimal(amount),
    isOnInvoice: !OFF_INVOICE.has(element(sac, 12)),
    reason: draft.text(sac, 2) ?? draft.text(sac, 4),
    reference: draft.text(sac, 13),
  }
}

/** G72 of the grocery sets: total in G7208 (N2), rate per unit in G7205, percentage in G7209. Source: X12 004010 segment G72. */
export function readG72(draft: SetDraft, g72: X12Segment, base: AllowanceBase): Allowance | null {
  const amount =
    draft.cents(g72, 8) ??
    times(draft.decimal(g72, 5), draft.decimal(g72, 6) ?? base.quantity) ??
    percentOf(draft.decimal(g72, 9), draft.cents(g72, 10) ?? base.amount)
  if (amount === null) return null
  const isCharge = Number(element(g72, 1)) >= CHARGES_FROM
  return {
    segment: g72,
    isCharge,
    // Some senders sign allowances, others leave that to the code.
    amount: isCharge ? amount : negateDecimal(absoluteDecimal(amount)),
    isOnInvoice: !OFF_INVOICE.has(element(g72, 2)),
    reason: draft.text(g72, 1),
    reference: draft.text(g72, 3),
  }
}

function times(rate: string | null, quantity: string | null): string | null {
  return rate === null || quantity === null ? null : roundDecimal(multiplyDecimals(rate, quantity), 2)
}

function percentOf(percent: string | null, amount: string | null): string | null {
  return percent === null || amount === null ? null : roundDecimal(multiplyDecimals(multiplyDecimals(amount, percent), '0.01'), 2)
}
