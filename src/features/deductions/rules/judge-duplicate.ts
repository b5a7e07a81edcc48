import { money } from '@/core/money'
import { takenAmount } from './claimed-line'
import { amount, startReckoning } from './reckoning'
import type { SiblingFacts, ValidityFacts } from './validity-facts'
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
  const { claim, deduction } = facts
  reckoning.read('takenFirst', amount(money(first.amountMinor, taken.currency)), {
    document: 'deduction',
    id: first.id,
    number: first.claimNumber,
    position: first.position,
  })
  reckoning.read('takenAgain', amount(taken), {
    document: claim ? 'portal-claim' : 'remittance',
    id: claim?.id ?? deduction.remittanceLine?.id ?? null,
    number: deduction.claimNumber,
    position: claim?.position ?? deduction.remittanceLine?.position ?? null,
  })
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

/**
 * The first deduction for the same matter, when this one repeats it: for the same amount, for a part of the same
 * quantity, or in parts that add up to the first amount.
 */
export function findFirst(facts: ValidityFacts): SiblingFacts | null {
  const { deduction, claim } = facts
  if (deduction.category === 'cash-discount') return null
  const same = facts.siblings.filter((sibling) => isSameMatter(facts, sibling))
  const own = orderOf({ takenOn: deduction.takenOn, claimedOn: claim?.claimedOn ?? null, claimKey: deduction.claimKey })
  const [first] = same.filter((sibling) => orderOf(sibling) < own).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  if (first === undefined) return null
  if (first.amountMinor === deduction.amountMinor) return first
  if (first.amountMinor < deduction.amountMinor) return null
  if (deduction.quantity !== null && deduction.itemId !== null) return first
  const parts = same.filter((sibling) => sibling.id !== first.id && sibling.amountMinor < first.amountMinor)
  const together = parts.reduce((sum, sibling) => sum + sibling.amountMinor, deduction.amountMinor)
  return together === first.amountMinor ? first : null
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
