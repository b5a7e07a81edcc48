import { words } from './reckoning'
import type { DeductionFacts } from './validity-facts'
import type { Citation, ValidityVerdict } from './verdict'

/** Says first what a part was divided from: it is judged by the claim, the references and the papers of the whole. */
export function showWhole(verdict: ValidityVerdict, { partOf }: DeductionFacts): ValidityVerdict {
  if (partOf === null) return verdict
  const name = partOf.claimNumber ?? `#${partOf.number}`
  const citation: Citation = { document: 'deduction', id: partOf.id, number: name, line: null, position: null, says: name }
  return {
    ...verdict,
    steps: [
      { label: 'dividedFrom', value: words(name), working: null, cite: 0 },
      ...verdict.steps.map((step) => (step.cite === null ? step : { ...step, cite: step.cite + 1 })),
    ],
    citations: [citation, ...verdict.citations],
  }
}
