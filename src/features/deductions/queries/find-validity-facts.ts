import { select } from '@/server/db/client'
import type { DisputeWindow } from '../rules/deadline'
import type { Category } from '../rules/deduction'
import type { EvidenceRequirement } from '../rules/evidence-needed'
import type { ValidityFacts } from '../rules/validity-facts'
import { gatherFacts } from './facts/gather-facts'
import { createFactsHasher } from './facts/hash-facts'
import type { Read } from './facts/read'
import { readSubjects, type Standing } from './facts/read-subjects'

/** The facts of one deduction with what goes along with a verdict but does not decide it. */
export type FactsRow = {
  id: string
  facts: ValidityFacts
  /** Changes exactly when anything a judge may look at changes. */
  factsHash: string
  requirements: EvidenceRequirement[]
  windows: DisputeWindow[]
  standing: Standing
}

/**
 * Reads everything the judges need about these deductions: records of one kind in one statement, however many deductions there are. With a category they
 * are read as if they had it: what a judge would look at then, without writing anything.
 */
export async function findValidityFacts(ids: readonly string[], read: Read = select, category?: Category): Promise<FactsRow[]> {
  if (ids.length === 0) return []
  const found = await readSubjects(ids, read)
  const subjects = category === undefined ? found : found.map((subject) => ({ ...subject, category }))
  const hashFacts = createFactsHasher()
  return (await gatherFacts(subjects, read)).map(({ subject, facts, requirements, windows }) => ({
    id: subject.id,
    facts,
    factsHash: hashFacts(facts),
    requirements,
    windows,
    standing: subject,
  }))
}
