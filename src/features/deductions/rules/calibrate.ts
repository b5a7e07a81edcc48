/** Decided or answered verdicts with the same reason: how many, and the sum of the shares in which they were right. */
export type Outcomes = { cases: number; right: number }

/** Cases that the stated confidence weighs as much as. */
export const STATED_WEIGHT = 20

/**
 * The confidence of a verdict drawn towards how often verdicts with its reason were right so far, parts per million. Without own cases it
 * stays as stated. Source: own decisions and the customers' answers.
 */
export function calibrate(statedPpm: number, outcomes: Outcomes): number {
  if (outcomes.cases === 0) return statedPpm
  return Math.round((1_000_000 * outcomes.right + STATED_WEIGHT * statedPpm) / (outcomes.cases + STATED_WEIGHT))
}
