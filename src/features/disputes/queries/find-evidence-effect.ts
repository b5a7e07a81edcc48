import type { Actor } from '@/core/actor'
import { findOpenIds } from '@/features/deductions/queries/find-open-ids'
import { findValidityFacts } from '@/features/deductions/queries/find-validity-facts'
import type { Category } from '@/features/deductions/rules/deduction'
import { type EvidenceKind, listEvidence } from '@/features/deductions/rules/evidence-needed'
import { findEvidenceLessons } from './find-lessons'
import type { EvidenceEffect } from './find-proposals'

/** Open claims that are looked at paper by paper; beyond them the effect is a sample. */
const CLAIMS_MAX = 500

type Subject = { customerId: string; customerCode: string; category: Category; evidence: EvidenceKind }

/** What requiring a paper would have meant for the answered disputes, and what it means for the open claims: how many lack it now. */
export async function findEvidenceEffect(actor: Actor, subject: Subject): Promise<EvidenceEffect> {
  const { customerId, customerCode, category, evidence } = subject
  const [lessons, ids] = await Promise.all([
    findEvidenceLessons(actor, { customer: customerCode, category }),
    findOpenIds(customerId, category),
  ])
  const lesson = lessons.find((one) => one.evidence === evidence)
  const rows = await findValidityFacts(ids.slice(0, CLAIMS_MAX))
  const lacking = rows.filter(({ facts }) => !listEvidence(facts, [{ evidence, level: 'required' }])[0]?.isThere)
  return {
    withCases: lesson?.withCases ?? 0,
    withWon: lesson?.withWon ?? 0,
    withoutCases: lesson?.withoutCases ?? 0,
    withoutWon: lesson?.withoutWon ?? 0,
    openClaims: rows.length,
    openWithout: lacking.length,
  }
}
