import { applyRate, type Money } from '@/core/money'
import { takenAmount } from './claimed-line'
import { amount, type Reckoning, rate, type Source, settle, undecided } from './reckoning'
import type { JudgedCause } from './root-cause'
import type { RuleFacts, ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

type Ground = { because: string; rootCause: JudgedCause }

/** A rule of the retailer as the source of a figure. */
export function ruleSource({ id, source, value }: RuleFacts): Source {
  return { document: 'trade-rule', id, number: source, says: String(value) }
}

/** Nothing is owed: what the fine punishes did not happen, or was not ours. */
export function noFine(facts: ValidityFacts, reckoning: Reckoning, { because, rootCause }: Ground): ValidityVerdict {
  return settle(takenAmount(facts), reckoning, { owedMinor: 0n, because, confidencePpm: 960_000, liable: 'customer', rootCause })
}

/** What the agreed percent of a base comes to, with its arithmetic; null where no percent is agreed. */
export function workFine({ customer }: ValidityFacts, reckoning: Reckoning, base: Money): Money | null {
  const finePpm = customer.fineRule?.value ?? customer.finePpm
  if (finePpm === 0) return null
  reckoning.read(
    'fineRate',
    rate(finePpm),
    customer.fineRule ? ruleSource(customer.fineRule) : { document: 'customer-master', id: customer.id, number: customer.code },
  )
  const owed = applyRate(base, finePpm, 'half-up')
  reckoning.work('owed', amount(owed), amount(base), '×', rate(finePpm))
  return owed
}

/** A deserved fine is owed up to what was agreed; what is above it is not. */
export function settleFine(
  facts: ValidityFacts,
  reckoning: Reckoning,
  owed: Money | null,
  { because, rootCause }: Ground,
): ValidityVerdict {
  const taken = takenAmount(facts)
  if (owed === null) return undecided(taken, reckoning, 'fine-rate-unknown', ['agreement'])
  const isAll = owed.minor + 1n >= taken.minor
  return settle(taken, reckoning, {
    owedMinor: isAll ? taken.minor : owed.minor,
    because: isAll ? because : 'fine-above-agreed',
    confidencePpm: 960_000,
    liable: 'us',
    rootCause: isAll ? rootCause : 'fine-rate-too-high',
  })
}
