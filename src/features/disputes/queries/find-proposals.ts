import type { Actor } from '@/core/actor'
import type { Category } from '@/features/deductions/rules/deduction'
import type { EvidenceKind } from '@/features/deductions/rules/evidence-needed'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** A paper that somebody proposed to require, with the effect as it was shown to the second person. */
export type EvidenceProposalRow = {
  id: string
  customerId: string
  customerCode: string
  customerName: string
  category: Category
  evidence: EvidenceKind
  state: 'proposed' | 'approved' | 'rejected'
  effect: EvidenceEffect
  contentHash: string
  requestedBy: string
  requestedByName: string | null
  decidedByName: string | null
}

/** What a rule would have done and will do. Amounts are minor units as text. */
export type EvidenceEffect = {
  withCases: number
  withWon: number
  withoutCases: number
  withoutWon: number
  openClaims: number
  openWithout: number
}

/** What was proposed about required papers, what waits for a second person first. */
export async function findProposals(actor: Actor, customer: string): Promise<EvidenceProposalRow[]> {
  return select<EvidenceProposalRow>(sql`
    SELECT p.id::text, p.customer_id::text AS "customerId", c.code AS "customerCode", c.name AS "customerName", p.category, p.evidence, p.state,
      r.content -> 'effect' AS effect, r.content_hash AS "contentHash", r.requested_by::text AS "requestedBy", asked.name AS "requestedByName",
      decided.name AS "decidedByName"
    FROM evidence_proposal p JOIN customer c ON c.id = p.customer_id
    JOIN approval_request r ON r.kind = 'evidence-rule' AND r.subject_id = p.id
    LEFT JOIN app_user asked ON asked.id = r.requested_by LEFT JOIN app_user decided ON decided.id = r.decided_by
    WHERE ${scopeOf(actor, sql`p.customer_id`)} AND (${customer} = '' OR c.code = ${customer})
    ORDER BY p.state <> 'proposed', p.created_at DESC, p.id LIMIT 200`)
}
