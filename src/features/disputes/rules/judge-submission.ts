import { addDays, type CalendarDate } from '@/core/calendar-date'

export type SubmissionFacts = {
  submittedOn: CalendarDate
  today: CalendarDate
  deadlineOn: CalendarDate | null
  hasProof: boolean
  /** True when a manager gave a reason for filing late. */
  isLateAllowed: boolean
}
export type SubmissionVerdict =
  | { kind: 'counts'; isLate: boolean }
  | { kind: 'refused'; because: 'proof-needed' | 'not-yet' | 'window-over' }

// Customers answer within a month where nothing else is agreed.
const ANSWER_DAYS = 30

/** Judges whether a package counts as filed: with proof, not in the future, inside the customer's window. */
export function judgeSubmission(facts: SubmissionFacts): SubmissionVerdict {
  if (!facts.hasProof) return { kind: 'refused', because: 'proof-needed' }
  if (facts.submittedOn > facts.today) return { kind: 'refused', because: 'not-yet' }
  const isLate = facts.deadlineOn !== null && facts.submittedOn > facts.deadlineOn
  if (isLate && !facts.isLateAllowed) return { kind: 'refused', because: 'window-over' }
  return { kind: 'counts', isLate }
}

/** The day by which the customer should have answered. */
export function answerDueOn(submittedOn: CalendarDate): CalendarDate {
  return addDays(submittedOn, ANSWER_DAYS)
}
