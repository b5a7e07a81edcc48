import { extend } from '@/core/money'
import type { CartonChain } from './carton-chain'
import { type ClaimedLine, takenAmount } from './claimed-line'
import { amount, price, quantity, type Reckoning, refute, settle, undecided } from './reckoning'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/** Cartons that did not all arrive, with what the papers say about each hand-over. */
export type CartonLoss = { facts: ValidityFacts; claimed: ClaimedLine; chain: CartonChain; planned: number; reckoning: Reckoning }

/** Collect freight: the customer bears the road, so only what the driver did not get is owed. */
export function judgeCollectLoss(loss: CartonLoss): ValidityVerdict {
  const { facts, chain, planned, reckoning } = loss
  const taken = takenAmount(facts)
  if (chain.pickedUp === null) {
    const missing = chain.delivered === null ? (['proof-of-delivery', 'bill-of-lading'] as const) : (['bill-of-lading'] as const)
    return undecided(taken, reckoning, 'pickup-count-missing', missing)
  }
  if (chain.pickedUp.cartons >= planned)
    return refute(taken, reckoning, { because: 'handed-over-in-full', confidencePpm: 960_000, rootCause: 'customer-carrier-loss' })
  return settleCartons(loss, planned - chain.pickedUp.cartons, 'packed-short')
}

/** Prepaid freight: what did not arrive is owed; the pickup count only tells whether we or the carrier pay for it. */
export function judgePrepaidLoss(loss: CartonLoss): ValidityVerdict {
  const { facts, chain, planned, reckoning } = loss
  if (chain.delivered === null) {
    const missing = chain.pickedUp === null ? (['proof-of-delivery', 'bill-of-lading'] as const) : (['proof-of-delivery'] as const)
    return undecided(takenAmount(facts), reckoning, 'delivery-count-missing', missing)
  }
  const isCarrier = chain.pickedUp !== null && chain.pickedUp.cartons > chain.delivered.cartons
  return settleCartons(loss, planned - chain.delivered.cartons, isCarrier ? 'lost-by-carrier' : 'packed-short')
}

// Missing cartons times the case pack is what the papers admit; more than that was never lost.
function settleCartons(
  { facts, claimed, planned, reckoning }: CartonLoss,
  cartons: number,
  because: 'packed-short' | 'lost-by-carrier',
): ValidityVerdict {
  const taken = takenAmount(facts)
  const { currency } = taken
  const liable = because === 'lost-by-carrier' ? ('carrier' as const) : ('us' as const)
  reckoning.work('cartonsShort', quantity(cartons, 'carton'), quantity(planned, 'carton'), '−', quantity(planned - cartons, 'carton'))
  if (claimed.quantity === null || claimed.unitMicros === null || claimed.item === null)
    return undecided(taken, reckoning, 'claimed-line-unknown', ['claim-detail'])
  const pack = BigInt(claimed.item.casePack)
  const admitted = BigInt(cartons) * pack
  const owed = admitted < claimed.quantity ? admitted : claimed.quantity
  reckoning.work('shortByPapers', quantity(admitted), quantity(cartons, 'carton'), '×', quantity(pack, 'each-per-case'))
  reckoning.work('owedQuantity', quantity(owed), quantity(admitted), 'min', quantity(claimed.quantity))
  const owedMoney = owed === claimed.quantity ? taken : extend(owed, claimed.unitMicros, currency)
  reckoning.work('owed', amount(owedMoney), quantity(owed), '×', price(claimed.unitMicros, currency))
  const isOverclaimed = owed < claimed.quantity
  return settle(taken, reckoning, {
    owedMinor: owedMoney.minor,
    because: isOverclaimed ? 'claimed-more-than-short' : because,
    confidencePpm: isOverclaimed ? 950_000 : 960_000,
    liable,
    rootCause: because === 'lost-by-carrier' ? 'carrier-loss' : isOverclaimed ? 'pick-error-overclaimed' : 'pick-error',
  })
}
