import { addDays, type CalendarDate } from '@/core/calendar-date'
import { comparisonKey } from '@/core/comparison-key'
import { extend } from '@/core/money'
import { takenAmount } from './claimed-line'
import {
  amount,
  onDay,
  price,
  quantity,
  type Reckoning,
  refute,
  type Source,
  settle,
  sourceOf,
  startReckoning,
  undecided,
  words,
} from './reckoning'
import type { PriceFacts, ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/**
 * Judges a price protection claim: (old price − new price) × stock the customer reported for the day of the drop, for
 * articles in scope, claimed within the agreed days. Source: the price protection agreement and the stock report.
 */
export function judgePriceProtection(facts: ValidityFacts): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  const { claim, deduction } = facts
  if (claim === null || claim.reference === null || deduction.itemId === null)
    return undecided(taken, reckoning, 'agreement-not-named', ['claim-detail'])
  const key = comparisonKey(claim.reference)
  const agreement = facts.agreements.find((candidate) => candidate.numberKey === key)
  const source: Source = {
    document: 'agreement',
    id: agreement?.id ?? null,
    number: claim.reference,
    position: agreement?.position ?? null,
  }
  if (!agreement) return refute(taken, reckoning, { because: 'no-such-agreement', confidencePpm: 960_000, rootCause: 'no-agreement' })
  if (!agreement.itemIds.includes(deduction.itemId)) {
    reckoning.read('namedAgreement', words(agreement.number), source)
    return refute(taken, reckoning, { because: 'article-not-in-scope', confidencePpm: 970_000, rootCause: 'article-not-in-scope' })
  }
  const claimedOn = claim.claimedOn ?? deduction.takenOn
  const drop = findDrop(facts.prices, deduction.itemId, agreement, claimedOn)
  if (drop === null) return undecided(taken, reckoning, 'price-drop-unknown', ['agreed-price'])
  reckoning.read('droppedOn', onDay(drop.to.validFrom), priceSource(facts, drop.to))
  // A claim known from the payment alone carries the payment's day, and was made some time before.
  const isDayKnown = claim.claimedOn !== null && (deduction.takenOn === null || claim.claimedOn < deduction.takenOn)
  if (agreement.claimDaysAfterDrop !== null && isDayKnown && claim.claimedOn !== null) {
    const lastDay = addDays(drop.to.validFrom, agreement.claimDaysAfterDrop)
    reckoning.read('claimDays', quantity(agreement.claimDaysAfterDrop, 'day'), source)
    reckoning.work('claimUntil', onDay(lastDay), onDay(drop.to.validFrom), '+', quantity(agreement.claimDaysAfterDrop, 'day'))
    reckoning.read('claimedOn', onDay(claim.claimedOn), sourceOf('portal-claim', claim))
    if (claim.claimedOn > lastDay)
      return refute(taken, reckoning, { because: 'claimed-too-late', confidencePpm: 970_000, rootCause: 'claimed-too-late' })
  }
  return settleStock(facts, drop, reckoning)
}

function settleStock(facts: ValidityFacts, drop: Drop, reckoning: Reckoning): ValidityVerdict {
  const taken = takenAmount(facts)
  const reports = facts.stockReports.filter((report) => report.reportedOn === drop.to.validFrom)
  if (reports.length === 0) return undecided(taken, reckoning, 'stock-unknown', ['stock-report'])
  const stock = reports.reduce((sum, report) => sum + report.quantity, 0n)
  for (const report of reports)
    reckoning.read('stockReported', quantity(report.quantity), { document: 'stock-report', id: report.id, position: report.position })
  const fall = drop.from.priceMicros - drop.to.priceMicros
  reckoning.read('priceBefore', price(drop.from.priceMicros, taken.currency), priceSource(facts, drop.from))
  reckoning.read('priceAfter', price(drop.to.priceMicros, taken.currency), priceSource(facts, drop.to))
  reckoning.work(
    'priceFall',
    price(fall, taken.currency),
    price(drop.from.priceMicros, taken.currency),
    '−',
    price(drop.to.priceMicros, taken.currency),
  )
  const owed = extend(stock, fall, taken.currency)
  reckoning.work('owed', amount(owed), quantity(stock), '×', price(fall, taken.currency))
  const isAll = owed.minor >= taken.minor
  return settle(taken, reckoning, {
    owedMinor: owed.minor,
    because: isAll ? 'agreed-price-drop' : 'more-than-stock',
    confidencePpm: 960_000,
    liable: 'us',
    rootCause: isAll ? 'agreed-price-drop' : 'stock-overstated',
  })
}

/** The day the price fell that a claim without an invoice is about; null when no fall is known. */
export function priceDropDay(facts: ValidityFacts): CalendarDate | null {
  const { claim, deduction } = facts
  const agreement =
    claim?.reference == null
      ? undefined
      : facts.agreements.find((candidate) => candidate.numberKey === comparisonKey(claim.reference ?? ''))
  if (deduction.category !== 'price-protection' || agreement === undefined || deduction.itemId === null) return null
  return findDrop(facts.prices, deduction.itemId, agreement, claim?.claimedOn ?? deduction.takenOn)?.to.validFrom ?? null
}

type Drop = { from: PriceFacts; to: PriceFacts }

// The last fall of the price before the claim, inside the agreement's own dates.
function findDrop(
  prices: readonly PriceFacts[],
  itemId: string,
  agreement: { validFrom: CalendarDate; validTo: CalendarDate },
  claimedOn: CalendarDate | null,
): Drop | null {
  const own = prices.filter((candidate) => candidate.itemId === itemId).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const drops = own.flatMap((to, at) => {
    const from = own[at - 1]
    const isDrop = from !== undefined && to.priceMicros < from.priceMicros && (claimedOn === null || to.validFrom <= claimedOn)
    return isDrop ? [{ from, to }] : []
  })
  return drops.findLast(({ to }) => agreement.validFrom <= to.validFrom && to.validFrom <= agreement.validTo) ?? drops.at(-1) ?? null
}

function priceSource(facts: ValidityFacts, condition: PriceFacts): Source {
  const item = facts.items.find((candidate) => candidate.id === condition.itemId)
  return { document: 'price-condition', id: condition.id, number: item?.material ?? null, position: condition.position }
}
