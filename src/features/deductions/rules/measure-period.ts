import { addDays } from '@/core/calendar-date'
import { PPM_ONE, shareOf } from '@/core/rate'
import { ruleSource } from './fine'
import type { PeriodFacts, PeriodOrderFacts } from './period-facts'
import { onDay, quantity, type Reckoning, rate, sourceOf, words } from './reckoning'
import type { RuleFacts } from './validity-facts'

/** Whether a threshold was met. Open: orders whose day or count nobody knows, or pieces and orders that say otherwise, could turn it. */
export type Standing = 'met' | 'missed' | 'unknown' | 'contradictory'
export type Measured = { standing: Standing; missed: readonly PeriodOrderFacts[]; unknown: readonly PeriodOrderFacts[] }

/** Late orders whose days are shown one by one. */
const SHOWN_MAX = 5

/** Says which days are measured and who says so. */
export function showPeriod(reckoning: Reckoning, { from, to, stated }: PeriodFacts): void {
  if (stated) reckoning.read('periodNamed', words(stated.says), stated)
  reckoning.note('measuredFrom', onDay(from))
  reckoning.note('measuredTo', onDay(to))
}

/**
 * Measures the orders of a period against the share that has to arrive in time. Retailers count pieces or orders and rarely say which; the threshold is met
 * or missed only when both say so, whatever the orders without a day turn out to be. `graceDays` are allowed around the window.
 * Source: facts.md 3.5, thresholds as dated rules of the retailer.
 */
export function measureOnTime(reckoning: Reckoning, period: PeriodFacts, rule: RuleFacts, graceDays: number): Measured {
  const { orders } = period
  const unknown = orders.filter(({ arrival, isMoved }) => arrival === null && !isMoved)
  const missed = orders.filter(({ arrival, shipBy, isMoved }) => !isMoved && arrival !== null && arrival.on > addDays(shipBy, graceDays))
  for (const order of missed.slice(0, SHOWN_MAX)) {
    reckoning.read('deliverBy', onDay(order.shipBy), sourceOf('purchase-order', order))
    if (order.arrival) reckoning.read('deliveredOn', onDay(order.arrival.on), order.arrival)
  }
  const count = (of: readonly PeriodOrderFacts[]) => BigInt(of.length)
  const pieces = (of: readonly PeriodOrderFacts[]) => of.reduce((sum, order) => sum + order.ordered, 0n)
  reckoning.note('ordersDue', quantity(orders.length, 'order'))
  if (unknown.length > 0) reckoning.note('ordersWithoutDay', quantity(unknown.length, 'order'))
  const byOrder = { part: count(orders) - count(missed) - count(unknown), whole: count(orders), open: count(unknown) }
  const byPiece = { part: pieces(orders) - pieces(missed) - pieces(unknown), whole: pieces(orders), open: pieces(unknown) }
  reckoning.work(
    'ordersOnTime',
    quantity(byOrder.part, 'order'),
    quantity(orders.length, 'order'),
    '−',
    quantity(missed.length + unknown.length, 'order'),
  )
  showRate(reckoning, 'onTimeByOrders', byOrder, 'order')
  showRate(reckoning, 'onTimeByPieces', byPiece, 'each')
  reckoning.read('onTimeThreshold', rate(rule.value), ruleSource(rule))
  return { standing: agree(standingOf(byOrder, rule.value), standingOf(byPiece, rule.value)), missed, unknown }
}

/** Measures the pieces that came against the share of what was ordered that has to come; `missed` are the orders that lack something. */
export function measureInFull(reckoning: Reckoning, { orders }: PeriodFacts, rule: RuleFacts): Measured {
  const unknown = orders.filter((order) => order.filled === null)
  const missed = orders.filter((order) => order.filled !== null && order.filled < order.ordered)
  const sumOf = (figure: (order: PeriodOrderFacts) => bigint) => orders.reduce((sum, order) => sum + figure(order), 0n)
  const share = {
    part: sumOf((order) => order.filled ?? 0n),
    whole: sumOf((order) => order.ordered),
    open: sumOf((order) => (order.filled === null ? order.ordered : 0n)),
  }
  if (unknown.length > 0) reckoning.note('ordersWithoutCount', quantity(unknown.length, 'order'))
  reckoning.work('piecesShort', quantity(share.whole - share.part), quantity(share.whole), '−', quantity(share.part))
  showRate(reckoning, 'inFullByPieces', share, 'each')
  reckoning.read('inFullThreshold', rate(rule.value), ruleSource(rule))
  return { standing: standingOf(share, rule.value), missed, unknown }
}

/** Counted for certain, all there is, and what could still count. */
type Share = { part: bigint; whole: bigint; open: bigint }

function showRate(reckoning: Reckoning, label: string, { part, whole }: Share, unit: 'order' | 'each'): void {
  reckoning.work(label, rate(shareOf(part, whole)), quantity(part, unit), '÷', quantity(whole, unit))
}

function standingOf({ part, whole, open }: Share, thresholdPpm: number): Standing {
  const needed = whole * BigInt(thresholdPpm)
  if (part * BigInt(PPM_ONE) >= needed) return 'met'
  return (part + open) * BigInt(PPM_ONE) < needed ? 'missed' : 'unknown'
}

function agree(one: Standing, other: Standing): Standing {
  if (one === other) return one
  return one === 'unknown' || other === 'unknown' ? 'unknown' : 'contradictory'
}
