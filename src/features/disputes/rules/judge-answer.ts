import type { DisputeOutcome, ReturnWay } from './dispute'

export type AnswerFacts = {
  amountMinor: bigint
  openMinor: bigint
  wonMinor: bigint
  lostMinor: bigint
  way: ReturnWay
  acceptsLoss: boolean
}
export type AnswerVerdict =
  | { kind: 'refused'; because: 'nothing-answered' | 'more-than-disputed' }
  | {
      kind: 'recorded'
      outcome: Exclude<DisputeOutcome, 'withdrawn'>
      /** To be booked on the deduction now, minor units. */
      bookWonMinor: bigint
      bookLostMinor: bigint
      /** True when the customer promised money that has not come yet. */
      isMoneyDue: boolean
    }

/** Reads a customer's answer: what was won and lost of the disputed amount, and what of it is booked at once. Minor units. */
export function judgeAnswer(facts: AnswerFacts): AnswerVerdict {
  const { wonMinor, lostMinor } = facts
  if (wonMinor + lostMinor === 0n) return { kind: 'refused', because: 'nothing-answered' }
  if (wonMinor + lostMinor > facts.amountMinor) return { kind: 'refused', because: 'more-than-disputed' }
  const isPaid = facts.way !== 'promised'
  const bookWonMinor = isPaid ? atMost(wonMinor, facts.openMinor) : 0n
  return {
    kind: 'recorded',
    outcome: lostMinor === 0n ? 'won' : wonMinor === 0n ? 'lost' : 'partly',
    bookWonMinor,
    bookLostMinor: facts.acceptsLoss ? atMost(lostMinor, facts.openMinor - bookWonMinor) : 0n,
    isMoneyDue: !isPaid && wonMinor > 0n,
  }
}

function atMost(amount: bigint, limit: bigint): bigint {
  return amount < limit ? amount : limit
}
