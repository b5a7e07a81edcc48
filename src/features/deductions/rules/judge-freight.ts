import { money } from '@/core/money'
import { freightTermsOf } from './carton-chain'
import { takenAmount } from './claimed-line'
import { amount, quantity, refute, settle, sourceOf, startReckoning, undecided, words } from './reckoning'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/**
 * Judges freight charged to us: not owed when the carrier billed us for the same shipment, nor on collect orders; else owed
 * up to the tariff (base + cartons × rate). Source: freight tariff, 210 of the carrier, terms of the order.
 */
export function judgeFreight(facts: ValidityFacts): ValidityVerdict {
  const taken = takenAmount(facts)
  const { currency } = taken
  const reckoning = startReckoning()
  const { delivery, freightTariff } = facts
  if (delivery === null) return undecided(taken, reckoning, 'shipment-unknown', ['invoice'])
  const terms = freightTermsOf(facts)
  const side = terms?.side ?? null
  if (terms) reckoning.read('freightTerms', words(terms.side), terms.source)
  const [bill] = facts.freightBills
  if (bill && side !== 'collect') {
    reckoning.read('freightPaidByUs', amount(money(bill.amountMinor, bill.currency)), sourceOf('freight-bill', bill))
    return refute(taken, reckoning, { because: 'freight-paid-by-us', confidencePpm: 970_000, rootCause: 'freight-paid-by-us' })
  }
  if (side === 'collect')
    return refute(taken, reckoning, { because: 'collect-freight', confidencePpm: 970_000, rootCause: 'collect-freight-charged' })
  if (side === null || freightTariff === null || delivery.cartons === null)
    return undecided(taken, reckoning, 'tariff-unknown', ['agreement'])
  const variable = money(freightTariff.perCartonMinor * BigInt(delivery.cartons), currency)
  const owed = money(freightTariff.baseMinor + variable.minor, currency)
  const tariff = sourceOf('freight-tariff', { ...freightTariff, number: freightTariff.carrier })
  reckoning.read('cartonsPlanned', quantity(delivery.cartons, 'carton'), sourceOf('delivery', delivery))
  reckoning.read('tariffBase', amount(money(freightTariff.baseMinor, currency)), tariff)
  reckoning.read('tariffPerCarton', amount(money(freightTariff.perCartonMinor, currency)), tariff)
  reckoning.work(
    'tariffCartons',
    amount(variable),
    quantity(delivery.cartons, 'carton'),
    '×',
    amount(money(freightTariff.perCartonMinor, currency)),
  )
  reckoning.work('owed', amount(owed), amount(money(freightTariff.baseMinor, currency)), '+', amount(variable))
  const isAll = owed.minor >= taken.minor
  return settle(taken, reckoning, {
    owedMinor: owed.minor,
    because: isAll ? 'freight-by-tariff' : 'above-tariff',
    confidencePpm: 960_000,
    liable: 'us',
    rootCause: isAll ? 'customer-paid-our-freight' : 'weight-overstated',
  })
}
