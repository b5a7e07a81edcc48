import { money } from '@/core/money'
import { takenAmount } from './claimed-line'
import { amount, type Reckoning, startReckoning } from './reckoning'
import type { RepaymentFacts, SiblingFacts } from './sibling-facts'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/**
 * Judges whether the same thing was taken before: an earlier deduction of the same category on the same invoice or
 * order, for the same article, quantity and reference. Null when there is none, and the category decides.
 */
export function judgeDuplicate(facts: ValidityFacts): ValidityVerdict | null {
  const first = findFirst(facts)
  if (first === null) return null
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  readFirst(reckoning, first, taken.currency)
  readAgain(reckoning, facts)
  return {
    kind: 'duplicate',
    recoverable: taken,
    confidencePpm: 980_000,
    because: 'taken-before',
    steps: reckoning.steps,
    citations: reckoning.citations,
    missing: [],
    liable: 'customer',
    rootCause: 'claimed-twice',
  }
}

/** The deduction that came first, as a figure with its claim. */
export function readFirst(reckoning: Reckoning, first: SiblingFacts, currency: string): void {
  reckoning.read('takenFirst', amount(money(first.amountMinor, currency)), {
    document: 'deduction',
    id: first.id,
    number: first.claimNumber,
    position: first.position,
  })
}

/** The deduction that is judged, as a figure with the claim or the payment it stands in. */
export function readAgain(reckoning: Reckoning, facts: ValidityFacts): void {
  const { claim, deduction } = facts
  reckoning.read('takenAgain', amount(takenAmount(facts)), {
    document: claim ? 'portal-claim' : 'remittance',
    id: claim?.id ?? deduction.remittanceLine?.id ?? null,
    number: deduction.claimNumber,
    position: claim?.position ?? deduction.remittanceLine?.position ?? null,
  })
}

/**
 * The first deduction for the same matter, when this one repeats it: for the same amount, for a part of the same
 * quantity, or in parts that add up to the first amount. What was paid back before is no longer held, so nothing repeats it.
 */
export function findFirst(facts: ValidityFacts): SiblingFacts | null {
  const { deduction } = facts
  if (deduction.category === 'cash-discount') return null
  const same = facts.siblings.filter((sibling) => isSameMatter(facts, sibling) && !isGivenBack(facts, sibling))
  const [first] = earlierOf(facts, same)
  if (first === undefined) return null
  if (first.amountMinor === deduction.amountMinor) return first
  if (first.amountMinor < deduction.amountMinor) return null
  if (deduction.quantity !== null && deduction.itemId !== null) return first
  const parts = same.filter((sibling) => sibling.id !== first.id && sibling.amountMinor < first.amountMinor)
  const together = parts.reduce((sum, sibling) => sum + sibling.amountMinor, deduction.amountMinor)
  return together === first.amountMinor ? first : null
}

/** The deduction for the same matter whose money, at least as much as this one takes, had come back before; the last one of several. */
export function findGivenBack(facts: ValidityFacts): SiblingFacts | null {
  if (facts.deduction.category === 'cash-discount') return null
  const same = facts.siblings.filter((sibling) => isSameMatter(facts, sibling) && isGivenBack(facts, sibling))
  return earlierOf(facts, same).at(-1) ?? null
}

/** What of another deduction had come back when this one was taken. */
export function repaidBefore({ deduction: { takenOn } }: ValidityFacts, { repaid }: SiblingFacts): readonly RepaymentFacts[] {
  return takenOn === null ? [] : repaid.filter((one) => one.on <= takenOn)
}

function isGivenBack(facts: ValidityFacts, sibling: SiblingFacts): boolean {
  const back = repaidBefore(facts, sibling).reduce((sum, one) => sum + one.amountMinor, 0n)
  return back > 0n && back >= facts.deduction.amountMinor
}

// In the order of taking.
function earlierOf({ deduction, claim }: ValidityFacts, same: readonly SiblingFacts[]): SiblingFacts[] {
  const own = orderOf({ takenOn: deduction.takenOn, claimedOn: claim?.claimedOn ?? null, claimKey: deduction.claimKey })
  return same.filter((sibling) => orderOf(sibling) < own).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

function isSameMatter(facts: ValidityFacts, sibling: SiblingFacts): boolean {
  const { deduction, claim, invoice } = facts
  if (sibling.category !== deduction.category) return false
  if (sibling.itemId !== deduction.itemId || sibling.quantity !== deduction.quantity) return false
  if ((sibling.reference ?? null) !== (claim?.reference ?? null)) return false
  if (sibling.claimKey !== null && sibling.claimKey === deduction.claimKey) return true
  // The same fine twice carries the same code; two different fines on one shipment may cost the same.
  if (sibling.reasonCode !== deduction.reasonCode) return false
  return sibling.invoiceKey !== null && invoice !== null && sibling.invoiceKey === invoice.numberKey
}

// Order of taking; dates compare as text.
function orderOf(taking: { takenOn: string | null; claimedOn: string | null; claimKey: string | null }): string {
  return [taking.takenOn ?? '9999-12-31', taking.claimedOn ?? '9999-12-31', taking.claimKey ?? ''].join(' ')
}
