import { extend, type Money, money, sum } from '@/core/money'
import { takenAmount } from './claimed-line'
import { noFine, settleFine, workFine } from './fine'
import { type Measured, measureInFull, measureOnTime, type Standing, showPeriod } from './measure-period'
import type { PeriodFacts, PeriodOrderFacts } from './period-facts'
import { amount, type Reckoning, startReckoning, undecided } from './reckoning'
import type { ValidityFacts } from './validity-facts'
import type { MissingPaper, ValidityVerdict } from './verdict'

/** What a fine punishes: goods that came late, goods that did not come, or both. */
export type Measures = { onTime: boolean; inFull: boolean }

/**
 * Judges a fine on all orders of a period. Nothing is owed when every threshold in force was met. Where one was missed the agreed percent of what was late
 * or did not come is owed, an order that was both counted once. Orders that nobody has a day or a count for leave it undecided where they could turn it.
 * Source: facts.md 3.5; threshold, grace and percent are the retailer's dated rules.
 */
export function judgePeriodFine(facts: ValidityFacts, period: PeriodFacts, measures: Measures): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  showPeriod(reckoning, period)
  if (period.orders.length === 0) return undecided(taken, reckoning, 'period-without-orders', ['order'])
  if (period.orders.some(({ currency }) => currency !== taken.currency))
    return undecided(taken, reckoning, 'other-currency', ['claim-detail'])
  const measured = measure(facts, reckoning, period, measures)
  const all = [measured.onTime, measured.inFull].flatMap((one) => one ?? [])
  if (all.length === 0) return undecided(taken, reckoning, 'threshold-unknown', ['agreement'])
  if (all.every(({ standing }) => standing === 'met')) return noFine(facts, reckoning, THRESHOLD_MET)
  const owed = all.some(({ standing }) => standing === 'missed') ? workFine(facts, reckoning, baseOf(measured, reckoning, taken)) : null
  const missing = missingOf(measured)
  const isSettled = owed !== null && owed.minor + 1n >= taken.minor
  if (missing.length > 0 && !isSettled) return undecided(taken, reckoning, becauseOf(all), missing)
  const isLate = measured.onTime?.standing === 'missed'
  return settleFine(facts, reckoning, owed, isLate ? BELOW_ON_TIME : BELOW_IN_FULL)
}

/**
 * Whether the retailer may fine a late order at all: not while the period in which it was due met the threshold. Null when it may, or keeps no threshold,
 * and the fine of the order itself decides.
 */
export function judgeThreshold(facts: ValidityFacts, reckoning: Reckoning, measures: Measures): ValidityVerdict | null {
  const { period } = facts
  if (period === null) return null
  const measured = measure(facts, reckoning, period, measures, () => showPeriod(reckoning, period))
  const all = [measured.onTime, measured.inFull].flatMap((one) => one ?? [])
  if (all.length === 0 || all.some(({ standing }) => standing === 'missed')) return null
  if (all.every(({ standing }) => standing === 'met')) return noFine(facts, reckoning, THRESHOLD_MET)
  return undecided(takenAmount(facts), reckoning, becauseOf(all), missingOf(measured))
}

const THRESHOLD_MET = { because: 'threshold-met', rootCause: 'threshold-met' } as const
const BELOW_ON_TIME = { because: 'below-on-time-threshold', rootCause: 'shipped-late' } as const
const BELOW_IN_FULL = { because: 'below-in-full-threshold', rootCause: 'order-not-filled' } as const

type BothMeasured = { onTime: Measured | null; inFull: Measured | null }

function measure(
  { customer }: ValidityFacts,
  reckoning: Reckoning,
  period: PeriodFacts,
  measures: Measures,
  begin: () => void = () => undefined,
): BothMeasured {
  const onTime = measures.onTime ? customer.onTimeRule : undefined
  const inFull = measures.inFull ? customer.inFullRule : undefined
  if (onTime ?? inFull) begin()
  return {
    onTime: onTime ? measureOnTime(reckoning, period, onTime, customer.graceRule?.value ?? 0) : null,
    inFull: inFull ? measureInFull(reckoning, period, inFull) : null,
  }
}

// The cost of what was late, and of what did not come with orders that were in time.
function baseOf({ onTime, inFull }: BothMeasured, reckoning: Reckoning, { currency }: Money): Money {
  const late = onTime?.standing === 'missed' ? onTime.missed : []
  const short = inFull?.standing === 'missed' ? inFull.missed.filter((order) => !late.includes(order)) : []
  const costOf = (orders: readonly PeriodOrderFacts[], micros: (order: PeriodOrderFacts) => bigint) =>
    sum(
      orders.map((order) => extend(1n, micros(order), currency)),
      currency,
    )
  const lateCost = costOf(late, (order) => order.orderedMicros)
  const shortCost = costOf(short, (order) => order.unfilledMicros)
  if (late.length > 0) reckoning.note('costOfLate', amount(lateCost))
  if (short.length > 0) reckoning.note('costOfShort', amount(shortCost))
  const base = money(lateCost.minor + shortCost.minor, currency)
  if (late.length > 0 && short.length > 0) reckoning.work('costOfMisses', amount(base), amount(lateCost), '+', amount(shortCost))
  return base
}

function missingOf({ onTime, inFull }: BothMeasured): MissingPaper[] {
  const missing: MissingPaper[] = []
  if (onTime && onTime.unknown.length > 0) missing.push('carrier-status')
  if (inFull && inFull.unknown.length > 0) missing.push('proof-of-delivery')
  if (onTime?.standing === 'contradictory') missing.push('claim-detail')
  return missing
}

function becauseOf(all: readonly { standing: Standing }[]): string {
  return all.some(({ standing }) => standing === 'contradictory') ? 'pieces-and-orders-differ' : 'period-incomplete'
}
