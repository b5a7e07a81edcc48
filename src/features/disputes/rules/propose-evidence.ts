import type { EvidenceKind } from '@/features/deductions/rules/evidence-needed'

/** What became of the answered disputes of one customer and category with and without a paper in the package. Shares from 0 to 1. */
export type EvidenceRecord = {
  evidence: EvidenceKind
  withCases: number
  withWon: number
  withoutCases: number
  withoutWon: number
  isRequired: boolean
}

/** Cases on each side below which nothing is concluded. */
export const CASES_MIN = 3
/** By how much more often a claim has to be won with the paper than without. */
export const DIFFERENCE_MIN = 0.25

/** Whether our own cases say that a paper should be required: enough of them on both sides, and a clear difference. */
export function isWorthRequiring(record: EvidenceRecord): boolean {
  if (record.isRequired || record.withCases < CASES_MIN || record.withoutCases < CASES_MIN) return false
  return record.withWon / record.withCases - record.withoutWon / record.withoutCases >= DIFFERENCE_MIN
}
