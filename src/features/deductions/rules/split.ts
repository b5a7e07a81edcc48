import type { Category } from './deduction'

export type SplitPart = { category: Category; amountMinor: bigint }
export type SplitFault = 'nothing-left' | 'already-handled' | 'is-a-part'

/** What of a deduction decides whether a person may divide it or put it together with another. */
export type Handled = {
  isPart: boolean
  isDecided: boolean
  isDisputed: boolean
  /** Given up, repaid, claimed from a carrier, waiting for a second person. */
  hasOutcome: boolean
}

export const PARTS_MAX = 20

/**
 * Why a deduction cannot be divided like this, or null: something of it stays behind, nothing was decided, filed or resolved that
 * speaks of the whole sum, and a part is not divided once more.
 */
export function judgeSplit(openMinor: bigint, parts: readonly SplitPart[], handled: Handled): SplitFault | null {
  if (handled.isPart) return 'is-a-part'
  if (isHandled(handled)) return 'already-handled'
  const off = parts.reduce((sum, part) => sum + part.amountMinor, 0n)
  return off >= openMinor ? 'nothing-left' : null
}

/** Somebody has acted on the whole sum: what goes into another deduction, or is put back, would take that along. */
export function isHandled({ isDecided, isDisputed, hasOutcome }: Handled): boolean {
  return isDecided || isDisputed || hasOutcome
}
