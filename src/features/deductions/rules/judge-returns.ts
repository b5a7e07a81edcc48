import { extend, money } from '@/core/money'
import { findClaimedLine, netUnitMicros, takenAmount } from './claimed-line'
import { amount, price, quantity, type Reckoning, refute, settle, sourceOf, startReckoning, undecided, words } from './reckoning'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/**
 * Judges a return: owed is the quantity authorised, received back and not yet credited, at the net price sold.
 * Source: return authorisation (180 or RGA), the warehouse's return receipts, credits in the ledger under the RGA number.
 */
export function judgeReturns(facts: ValidityFacts): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  const claimed = findClaimedLine(facts)
  const own = facts.returnAuthorisations.filter((one) => claimed.itemId === null || one.itemId === null || one.itemId === claimed.itemId)
  const authorised = own.reduce((sum, one) => sum + one.quantity, 0n)
  const received = facts.returnReceipts.filter((one) => claimed.itemId === null || one.itemId === null || one.itemId === claimed.itemId)
  const reference = facts.claim?.reference ?? null
  if (facts.claim === null) return undecided(taken, reckoning, 'claim-unexplained', ['claim-detail'])
  readReference(facts, reference, reckoning)
  if (own.length === 0) {
    if (reference !== null && received.length > 0) return undecided(taken, reckoning, 'authorisation-unread', ['return-authorisation'])
    return refute(taken, reckoning, {
      because: 'never-authorised',
      confidencePpm: reference === null ? 970_000 : 920_000,
      rootCause: 'no-authorisation',
    })
  }
  for (const one of own) reckoning.read('authorised', quantity(one.quantity), sourceOf('return-authorisation', one))
  for (const one of received)
    reckoning.read('returned', quantity(one.quantity), {
      document: 'return-receipt',
      id: one.id,
      number: reference,
      position: one.position,
    })
  const returned = received.reduce((sum, one) => sum + one.quantity, 0n)
  if (returned === 0n) return refute(taken, reckoning, { because: 'never-returned', confidencePpm: 960_000, rootCause: 'never-returned' })
  const soldMicros = netUnitMicros(claimed.invoiceLine) ?? own.find((one) => one.priceMicros !== null)?.priceMicros ?? null
  if (soldMicros === null) return undecided(taken, reckoning, 'sold-price-unknown', ['invoice'])
  return settleReturn(facts, { asked: claimed.quantity ?? returned, authorised, returned, soldMicros }, reckoning)
}

type Quantities = { asked: bigint; authorised: bigint; returned: bigint; soldMicros: bigint }

function settleReturn(
  facts: ValidityFacts,
  { asked, authorised, returned, soldMicros }: Quantities,
  reckoning: Reckoning,
): ValidityVerdict {
  const taken = takenAmount(facts)
  const counted = [asked, authorised, returned].reduce((least, one) => (one < least ? one : least))
  reckoning.work('owedQuantity', quantity(counted), quantity(asked), 'min', quantity(returned < authorised ? returned : authorised))
  const gross = extend(counted, soldMicros, taken.currency)
  reckoning.work('owed', amount(gross), quantity(counted), '×', price(soldMicros, taken.currency))
  const credited = facts.credits.reduce((sum, credit) => sum + credit.amountMinor, 0n)
  for (const credit of facts.credits)
    reckoning.read('creditedBefore', amount(money(credit.amountMinor, taken.currency)), sourceOf('credit-memo', credit))
  const owed = gross.minor > credited ? gross.minor - credited : 0n
  if (credited > 0n)
    reckoning.work('stillOwed', amount(money(owed, taken.currency)), amount(gross), '−', amount(money(credited, taken.currency)))
  // Unit prices are printed with two decimals: half a cent per each is rounding.
  const isAll = owed + counted / 2n >= taken.minor
  const isFewer = counted < asked
  return settle(taken, reckoning, {
    owedMinor: isAll ? taken.minor : owed,
    because: credited > 0n ? 'credited-before' : isAll ? 'goods-returned' : isFewer ? 'fewer-returned' : 'price-above-sold',
    confidencePpm: 960_000,
    liable: 'us',
    rootCause: credited > 0n ? 'already-credited' : isAll ? 'goods-returned' : isFewer ? 'fewer-returned' : 'price-above-sold',
  })
}

function readReference(facts: ValidityFacts, reference: string | null, reckoning: Reckoning): void {
  const { claim } = facts
  if (claim) reckoning.read('namedAuthorisation', words(reference ?? ''), sourceOf('portal-claim', claim))
}
