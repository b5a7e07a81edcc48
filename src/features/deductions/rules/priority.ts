import { divideRounded, type Money, money } from '@/core/money'

/**
 * What the order of work is reckoned with: value at risk × own win rate × urgency − effort.
 * Source: our own cases; the minutes are those that suppliers name for putting a claim together and filing it.
 */

/** Cases that the mean of the neighbours weighs as much as: ten own cases move a rate half way from the mean to their own. */
export const PRIOR_CASES = 10

/** Minutes of work: filing a complete claim, and getting each required paper that is missing. */
export const FILING_MINUTES = 15
export const PAPER_MINUTES = 20

/** What an hour of desk work costs, minor units. It also makes amounts of different currencies comparable. */
export const HOUR_COST_MINOR: Readonly<Record<string, number>> = {
  USD: 4_500,
  EUR: 4_200,
  GBP: 3_600,
  CAD: 6_100,
  MXN: 80_000,
  CNY: 15_000,
}

/** Points that what an hour costs is worth. */
export const POINTS_OF_HOUR = 60

/** For currencies without a figure of their own. */
export const HOUR_COST_MINOR_OTHERWISE = 4_500

export const WINDOWS_OF_URGENCY = ['expired', 'days', 'week', 'fortnight', 'month', 'later', 'none'] as const
export type Urgency = (typeof WINDOWS_OF_URGENCY)[number]

/** How a deadline weighs, in the order in which it is looked up: days left at most, and parts per million. */
export const URGENCY_STEPS: readonly { urgency: Urgency; daysLeftMax: number; ppm: number }[] = [
  { urgency: 'expired', daysLeftMax: -1, ppm: 250_000 },
  { urgency: 'days', daysLeftMax: 3, ppm: 3_000_000 },
  { urgency: 'week', daysLeftMax: 7, ppm: 2_000_000 },
  { urgency: 'fortnight', daysLeftMax: 14, ppm: 1_500_000 },
  { urgency: 'month', daysLeftMax: 30, ppm: 1_200_000 },
]

/** What is far off, or has no known last day. */
export const URGENCY_PPM_OTHERWISE = 1_000_000

/** What an hour of desk work costs in a currency. */
export function hourCost(currency: string): Money {
  return money(BigInt(HOUR_COST_MINOR[currency] ?? HOUR_COST_MINOR_OTHERWISE), currency)
}

/**
 * A rank as points, whole, halves away from zero: one for each minute of work that it pays for. A rank is no amount that anybody gets, and
 * points stand in one order where amounts of several currencies do not.
 */
export function pointsOf(rank: Money): number {
  return Number(divideRounded(rank.minor * BigInt(POINTS_OF_HOUR), hourCost(rank.currency).minor, 'half-up'))
}

/** What filing one complete claim costs in work, minor units. */
export function filingCost(currency: string): bigint {
  return divideRounded(hourCost(currency).minor * BigInt(FILING_MINUTES), 60n, 'half-up')
}
