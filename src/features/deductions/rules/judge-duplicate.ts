import { money } from '@/core/money'
import { takenAmount } from './claimed-line'
import { amount, startReckoning } from './reckoning'
import type { SiblingFacts, ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/**
 * Judges whether the same thing was taken before: an earlier deduction of the same category on the same invoice or
 * order, for the same article, quantity, amount and reference. Null when there is none, and the category decides.
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
    says: [first.claimNumber, first.takenOn].filter((part) => part !== null).join(', '),
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
    confidencePpm: 960_000,
    because: 'taken-before',
    steps: reckoning.steps,
    citations: reckoning.citations,
    missing: [],
    liable: 'customer',
    rootCause: 'claimed-twice',
  }
}

/** The first deduction for the same thing, when this one is not it. */
export function findFirst(facts: ValidityFacts): SiblingFacts | null {
  const { deduction, claim } = facts
  if (deduction.category === 'cash-discount') return null
  const same = facts.siblings.filter((sibling) => isSameThing(facts, sibling))
  const own = orderOf({ takenOn: deduction.takenOn, claimedOn: claim?.claimedOn ?? null, claimKey: deduction.claimKey })
  return same.filter((sibling) => orderOf(sibling) < own).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))[0] ?? null
}

function isSameThing(facts: ValidityFacts, sibling: SiblingFacts): boolean {
  const { deduction, claim, invoice } = facts
  if (sibling.category !== deduction.category || sibling.amountMinor !== deduction.amountMinor) return false
  if (sibling.itemId !== deduction.itemId || sibling.quantity !== deduction.quantity) return false
  if ((sibling.reference ?? null) !== (claim?.reference ?? null)) return false
  if (sibling.claimKey !== null && sibling.claimKey === deduction.claimKey) return true
  // The same fine twice carries the same code; two different fines on one shipment may cost the same.
  const isSameCode = sibling.reasonCode === deduction.reasonCode
  return isSameCode && sibling.invoiceKey !== null && invoice !== null && sibling.invoiceKey === invoice.numberKey
}

// Order of taking; dates compare as text.
function orderOf(taking: { takenOn: string | null; claimedOn: string | null; claimKey: string | null }): string {
  return [taking.takenOn ?? '9999-12-31', taking.claimedOn ?? '9999-12-31', taking.claimKey ?? ''].join(' ')
}
