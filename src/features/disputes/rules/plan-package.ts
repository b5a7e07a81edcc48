import type { EvidenceRequirement } from '@/features/deductions/rules/evidence-needed'
import { type Check, type CheckFacts, checkReadiness, type MissingEvidence } from './check-readiness'
import { type Exhibit, keyOf } from './exhibit'
import { type Fit, fitLimits, type PortalLimits } from './fit-limits'

export type PlanFacts = Omit<CheckFacts, 'exhibits' | 'missing' | 'requiredCount' | 'fit'> & {
  needed: readonly EvidenceRequirement[]
  /** What the facts offer now, in the order of the template. */
  candidates: readonly Exhibit[]
  /** What somebody arranged before, in their order; empty for a new dispute. */
  arranged: readonly Exhibit[]
  limits: PortalLimits | null
}

export type PackagePlan = {
  /** Everything offered, in the order in which it goes out; what is left out stays in its place. */
  exhibits: readonly Exhibit[]
  missing: readonly MissingEvidence[]
  requiredCount: number
  recommendedCount: number
  checks: readonly Check[]
  fit: Fit
  /** True when nothing required is missing: without it a package may be built, but not filed as complete. */
  isComplete: boolean
}

// A page of ours and the letter weigh about this much; real sizes replace it once they are known.
const RECORD_BYTES = 40_000

/**
 * Plans a package: which exhibits in which order, what is missing, and what a reviewer would stumble over.
 * A person's order wins; what turned up since then is appended in the order of the template.
 */
export function planPackage(facts: PlanFacts): PackagePlan {
  const exhibits = mergeExhibits(facts.arranged, facts.candidates)
  const included = exhibits.filter((exhibit) => exhibit.isIncluded)
  const present = new Set(included.map((exhibit) => exhibit.evidence))
  const missing = facts.needed.filter(({ evidence }) => !present.has(evidence))
  const requiredCount = facts.needed.filter(({ level }) => level === 'required').length
  const fit = fitLimits(
    [{ key: 'letter', bytes: RECORD_BYTES }, ...included.map((exhibit) => ({ key: keyOf(exhibit), bytes: exhibit.bytes ?? RECORD_BYTES }))],
    facts.limits,
  )
  return {
    exhibits,
    missing,
    requiredCount,
    recommendedCount: facts.needed.length - requiredCount,
    checks: checkReadiness({ ...facts, exhibits, missing, requiredCount, fit }),
    fit,
    isComplete: missing.every(({ level }) => level !== 'required'),
  }
}

// An arranged exhibit keeps its place and choice; what is known about the paper itself comes from the facts of today.
function mergeExhibits(arranged: readonly Exhibit[], candidates: readonly Exhibit[]): Exhibit[] {
  const offered = new Map(candidates.map((candidate) => [keyOf(candidate), candidate]))
  const placed = new Set(arranged.map(keyOf))
  return [
    ...arranged.map((exhibit) => {
      const known = offered.get(keyOf(exhibit))
      return known ? { ...known, id: exhibit.id, isIncluded: exhibit.isIncluded } : exhibit
    }),
    ...candidates.filter((candidate) => !placed.has(keyOf(candidate))),
  ]
}
