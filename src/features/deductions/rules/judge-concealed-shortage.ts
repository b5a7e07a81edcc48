import { extend } from '@/core/money'
import type { CartonChain } from './carton-chain'
import { type ClaimedLine, isCaseCountedAsEach, takenAmount } from './claimed-line'
import { amount, price, quantity, type Reckoning, refute, settle, undecided, words } from './reckoning'
import { findStockCount } from './stock-count'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

const CONCEALED = /conceal|inside (?:the )?(?:carton|case)|inner|verdeckt|箱内|^(?:21|CSH|A034)$/i

/**
 * True for a shortage inside complete cartons: the customer says so, our warehouse counted for it, or all cartons arrived
 * and the quantity is neither whole cases nor cases written down as eaches.
 */
export function isConcealed(facts: ValidityFacts, claimed: ClaimedLine, chain: CartonChain): boolean {
  const { reasonCode, codeText } = facts.deduction
  if (CONCEALED.test(codeText ?? '') || CONCEALED.test(reasonCode ?? '')) return true
  if (findCount(facts, claimed) !== null) return true
  const { item, quantity: missing } = claimed
  const isComplete = chain.planned === null || chain.delivered === null || chain.delivered.cartons >= chain.planned.cartons
  // A customer that has a code for concealed shortages would have used it.
  if (!isComplete || facts.customer.hasConcealedCode || item === null || missing === null) return false
  return item.casePack > 1 && missing % BigInt(item.casePack) !== 0n && !isCaseCountedAsEach(claimed)
}

/** Judges a concealed shortage by our own stock: what was left over after packing was not sent; if nothing was, all was. */
export function judgeConcealed(facts: ValidityFacts, claimed: ClaimedLine, reckoning: Reckoning): ValidityVerdict {
  const taken = takenAmount(facts)
  const count = findCount(facts, claimed)
  if (count === null) return undecided(taken, reckoning, 'stock-not-counted', ['warehouse-count'])
  reckoning.read('leftInStock', count.isCounted ? quantity(count.left) : words(count.line.text), {
    document: 'mail',
    id: count.mail.documentId,
    number: count.mail.fileName,
    position: count.line.position,
  })
  if (count.left === 0n)
    return refute(taken, reckoning, { because: 'stock-agrees', confidencePpm: 950_000, rootCause: 'inner-pack-miscount' })
  if (claimed.quantity === null || claimed.unitMicros === null || count.left >= claimed.quantity)
    return settle(taken, reckoning, {
      owedMinor: taken.minor,
      because: 'not-packed',
      confidencePpm: 960_000,
      liable: 'us',
      rootCause: 'pack-error',
    })
  const owed = extend(count.left, claimed.unitMicros, taken.currency)
  reckoning.work('owed', amount(owed), quantity(count.left), '×', price(claimed.unitMicros, taken.currency))
  return settle(taken, reckoning, {
    owedMinor: owed.minor,
    because: 'claimed-more-than-left',
    confidencePpm: 940_000,
    liable: 'us',
    rootCause: 'pack-error',
  })
}

function findCount(facts: ValidityFacts, claimed: ClaimedLine) {
  const numbers = [claimed.item?.vendorPart, claimed.item?.material, claimed.item?.upc].flatMap((number) => (number ? [number] : []))
  return findStockCount(facts.mails, numbers)
}
