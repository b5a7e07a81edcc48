import type { CalendarDate } from '@/core/calendar-date'
import { money } from '@/core/money'
import { takenAmount } from './claimed-line'
import { findGivenBack, readAgain, readFirst, repaidBefore } from './judge-duplicate'
import { amount, onDay, refute, sourceOf, startReckoning } from './reckoning'
import type { ValidityFacts } from './validity-facts'
import type { Citation, Step, ValidityVerdict } from './verdict'

/**
 * Judges whether the money of the same matter had come back before it was taken again: the customer settled it then, so nothing of it is owed now.
 * All movements stand in the arithmetic. Null when nothing came back, and other judges decide.
 */
export function judgeRededuction(facts: ValidityFacts): ValidityVerdict | null {
  const first = findGivenBack(facts)
  if (first === null) return null
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  readFirst(reckoning, first, taken.currency)
  for (const one of repaidBefore(facts, first)) {
    reckoning.read('repaidBefore', amount(money(one.amountMinor, taken.currency)), sourceOf(one.document, one))
    reckoning.note('repaidOn', onDay(one.on))
  }
  readAgain(reckoning, facts)
  return refute(taken, reckoning, { because: 'repaid-before', confidencePpm: 970_000, rootCause: 'taken-after-repayment' })
}

/** The last day on which money came back by the arithmetic of a verdict, and where that stands; for the sentence that names them. */
export function lastRepayment({ steps, citations }: { steps: readonly Step[]; citations: readonly Citation[] }): {
  on: CalendarDate | null
  citation: Citation | null
} {
  const day = steps.findLast((step) => step.label === 'repaidOn')?.value
  const cite = steps.findLast((step) => step.label === 'repaidBefore')?.cite ?? null
  return { on: day?.type === 'date' ? day.date : null, citation: cite === null ? null : (citations[cite] ?? null) }
}
