import { type Day, LAST_PAYMENT_DAY } from './calendar'
import type { Dice } from './dice'
import type { Answer, Claim, Outcome, World } from './world'

// Claims of the mockups that are already settled or lost; every other one is open work.
const TOLD: Readonly<Record<string, Outcome>> = {
  'TN-5571-C': { state: 'accepted', day: -25 },
  'OG-18877': { state: 'expired' },
  'KH-30655': { state: 'expired' },
  'BM-770287': { state: 'expired' },
}

/** Decides what became of every claim until today, and puts repayments of the marketplace into its payments. */
export function planOutcomes(world: World, random: Dice): void {
  for (const claim of world.claims) claim.outcome = claim.isFeatured ? (TOLD[claim.number] ?? { state: 'open' }) : outcomeOf(claim, random)
  for (const claim of world.claims) if (claim.customer.habit === 'marketplace') payBackInRun(claim, world)
}

function outcomeOf(claim: Claim, random: Dice): Outcome {
  // A cash discount has no claim number, so that nobody can point at it yet.
  if (claim.kind === 'discount') return { state: 'open' }
  const age = -claim.payDay
  const isOver = claim.deadlineDay < 0
  if (claim.verdict === 'valid' || claim.verdict === 'unclear') {
    const isAccepted = claim.verdict === 'valid' ? age > 6 && random.chance(0.75) : claim.amount < 20_000n && age > 14
    const day = Math.min(claim.payDay + random.whole(3, 10), LAST_PAYMENT_DAY)
    return isAccepted || isOver ? { state: 'accepted', day } : { state: 'open' }
  }
  if (!random.chance(chanceOfSubmission(claim, age))) return isOver ? { state: 'expired' } : { state: 'open' }
  const lastDay = Math.min(claim.deadlineDay - 1, LAST_PAYMENT_DAY)
  const day = Math.min(claim.payDay + random.whole(2, 11), lastDay)
  return { state: 'submitted', day, portalReference: portalReference(claim, random), answer: answerTo(claim, day, random) }
}

function chanceOfSubmission(claim: Claim, age: number): number {
  if (claim.deadlineDay < 0) return 0.98
  if (claim.deadlineDay <= 8) return 0.85
  return age >= 10 ? 0.5 : 0.15
}

function answerTo(claim: Claim, submittedDay: Day, random: Dice): Answer | null {
  const day = submittedDay + random.whole(7, 20)
  const waited = -submittedDay
  if (day > LAST_PAYMENT_DAY || !random.chance(waited >= 20 ? 0.85 : 0.5)) return null
  const contested = claim.amount - claim.validAmount
  const roll = random.next()
  const won = roll < 0.74 ? contested : roll < 0.86 ? claim.amount / 2n : 0n
  const repaidDay = day + random.whole(6, 24)
  return { day, won, repaidDay: won > 0n && repaidDay <= LAST_PAYMENT_DAY ? repaidDay : null }
}

function portalReference(claim: Claim, random: Dice): string {
  return claim.customer.habit === 'marketplace' ? `CASE-${random.digits(10)}` : `${claim.customer.id.replace('C', 'D')}-${random.digits(6)}`
}

/** The marketplace shows repayments as reversal lines of its next payment. */
function payBackInRun(claim: Claim, world: World): void {
  const { outcome } = claim
  if (outcome.state !== 'submitted' || outcome.answer?.repaidDay == null) return
  const { won, repaidDay } = outcome.answer
  const run = world.payments.find((payment) => payment.customer === claim.customer && payment.day >= repaidDay)
  outcome.answer.repaidDay = run && won === claim.amount ? run.day : null
  if (!run || won !== claim.amount) return
  run.reversals.push(claim)
  run.total += won
  run.statedTotal += won
}
