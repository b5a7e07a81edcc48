import { freightTermsOf, paperSource } from './carton-chain'
import { takenAmount } from './claimed-line'
import { onDay, quantity, refute, settle, startReckoning, undecided, words } from './reckoning'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

const DAMAGE = /damag|crush|broken|wet|torn|beschädigt|破损/i

/**
 * Judges damaged goods: on collect freight the customer bears the road. On prepaid freight a damage written on the delivery
 * receipt is owed and the carrier's to pay; a clean signature means that it happened afterwards.
 */
export function judgeDamage(facts: ValidityFacts): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  const terms = freightTermsOf(facts)
  const side = terms?.side ?? null
  for (const receipt of facts.receipts.filter((candidate) => candidate.isOnThisOrder))
    for (const line of receipt.lines.filter((candidate) => candidate.damaged > 0n))
      reckoning.read('damagedByReceipt', quantity(line.damaged), {
        document: 'receipt',
        id: receipt.id,
        number: receipt.number,
        line: line.line,
        position: line.position,
      })
  if (terms) reckoning.read('freightTerms', words(terms.side), terms.source)
  if (side === 'collect')
    return refute(taken, reckoning, { because: 'customer-bears-road', confidencePpm: 950_000, rootCause: 'damaged-after-handover' })
  const pod = facts.papers.find((paper) => paper.kind === 'proof-of-delivery' && paper.isRead)
  if (!pod) return undecided(taken, reckoning, 'delivery-count-missing', ['proof-of-delivery'])
  const source = paperSource(pod, 'exceptions')
  if (pod.exceptions !== null && DAMAGE.test(pod.exceptions)) {
    reckoning.read('exceptionsSigned', words(pod.exceptions), source)
    return settle(taken, reckoning, {
      owedMinor: taken.minor,
      because: 'damage-signed',
      confidencePpm: 950_000,
      liable: 'carrier',
      rootCause: 'carrier-damage',
    })
  }
  if (side === null) return undecided(taken, reckoning, 'shipment-unknown', ['order'])
  if (pod.exceptions) reckoning.read('signedClean', words(pod.exceptions), source)
  else if (pod.signedOn !== null) reckoning.read('signedClean', onDay(pod.signedOn), paperSource(pod, 'signedOn'))
  return refute(taken, reckoning, { because: 'signed-undamaged', confidencePpm: 940_000, rootCause: 'damaged-after-handover' })
}
