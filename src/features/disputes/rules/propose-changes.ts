import { CASES_MIN, DIFFERENCE_MIN } from './propose-evidence'

/** An answered dispute: what was claimed and what was won back of it, minor units of one currency. */
export type AnsweredCase = { claimedMinor: bigint; wonMinor: bigint }

/** What a rule would have meant for answered disputes: how many are worked on, what is won and lost, what the work costs. Minor units. */
export type Effect = { cases: number; wonMinor: bigint; lostMinor: bigint; workMinor: bigint }
export type AcceptBelow = { limitMinor: bigint; before: Effect; after: Effect }

/**
 * Up to which amount accepting unseen would have cost less than disputing did: the amount for which work less money won was largest. `workMinor` is what one
 * dispute costs to file, `currentMinor` up to which amount is accepted today. Null with too few cases, or where disputing paid.
 */
export function acceptBelow(cases: readonly AnsweredCase[], workMinor: bigint, currentMinor: bigint): AcceptBelow | null {
  const sorted = cases.filter((one) => one.claimedMinor > currentMinor).sort((a, b) => (a.claimedMinor < b.claimedMinor ? -1 : 1))
  let best: AcceptBelow | null = null
  let saved = 0n
  let won = 0n
  let claimed = 0n
  sorted.forEach((one, at) => {
    won += one.wonMinor
    claimed += one.claimedMinor
    // A limit takes all cases of its amount.
    if (sorted[at + 1]?.claimedMinor === one.claimedMinor) return
    const work = workMinor * BigInt(at + 1)
    if (at + 1 < CASES_MIN || work - won <= saved) return
    saved = work - won
    best = {
      limitMinor: one.claimedMinor,
      before: { cases: at + 1, wonMinor: won, lostMinor: claimed - won, workMinor: work },
      after: { cases: 0, wonMinor: 0n, lostMinor: claimed, workMinor: 0n },
    }
  })
  return best
}

/** How claims under one code went that were argued as one category. `won` is a sum of shares from 0 to 1. */
export type CodeRecord<Category extends string> = { category: Category; cases: number; won: number; claimedMinor: bigint; wonMinor: bigint }

/**
 * The category under which claims of a code are won clearly more often than under the one it stands for today; null with too few cases of either. The effect
 * is what the lost ones would have brought at that rate.
 */
export function betterCategory<Category extends string>(
  records: readonly CodeRecord<Category>[],
  today: Category,
): { to: Category; expectedMinor: bigint } | null {
  const own = records.find((one) => one.category === today)
  if (own === undefined || own.cases < CASES_MIN) return null
  const others = records.filter((one) => one.category !== today && one.cases >= CASES_MIN)
  const [best] = others.sort((a, b) => b.won / b.cases - a.won / a.cases)
  if (best === undefined || best.won / best.cases - own.won / own.cases < DIFFERENCE_MIN) return null
  return { to: best.category, expectedMinor: shareOfMoney(best, own.claimedMinor) }
}

/** A dispute by the days from the payment to its filing, and whether it was denied for coming too late. */
export type FiledCase = AnsweredCase & { days: number; isTooLate: boolean }
export type ShorterWindow = { days: number; late: FiledCase[]; expectedMinor: bigint }

/**
 * The window that the customer's denials show: one day less than the earliest filing that was denied as too late, when that is less than the register says, and
 * nothing filed later was won. Null with too few such denials. The effect is what they would have brought at the rate of those filed in time.
 */
export function shorterWindow(cases: readonly FiledCase[], currentDays: number): ShorterWindow | null {
  const late = cases.filter((one) => one.isTooLate && one.days <= currentDays)
  if (late.length < CASES_MIN) return null
  const days = Math.min(...late.map((one) => one.days)) - 1
  const inTime = cases.filter((one) => one.days <= days)
  const isContradicted = cases.some((one) => one.days > days && one.wonMinor > 0n)
  if (days < 1 || isContradicted) return null
  const claimed = late.reduce((sum, one) => sum + one.claimedMinor, 0n)
  return { days, late, expectedMinor: shareOfMoney(summed(inTime), claimed) }
}

function summed(cases: readonly AnsweredCase[]): AnsweredCase {
  return cases.reduce((sum, one) => ({ claimedMinor: sum.claimedMinor + one.claimedMinor, wonMinor: sum.wonMinor + one.wonMinor }), {
    claimedMinor: 0n,
    wonMinor: 0n,
  })
}

function shareOfMoney({ claimedMinor, wonMinor }: AnsweredCase, amountMinor: bigint): bigint {
  return claimedMinor === 0n ? 0n : (amountMinor * wonMinor) / claimedMinor
}
