import type * as z from 'zod'
import { systemActor } from '@/core/actor'
import { requireEvidence } from '@/features/agreements/commands/require-evidence'
import { decideApproval } from '@/features/approvals/commands/decide-approval'
import { judgeAgainJob } from '@/features/deductions/jobs/judge-again'
import type { Category } from '@/features/deductions/rules/deduction'
import { type EvidenceKind, evidenceNeeded } from '@/features/deductions/rules/evidence-needed'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { enqueue } from '@/server/jobs/enqueue'
import { canDecideRules } from '../policy'
import { DecideEvidenceRuleInput } from '../schemas'

type Proposed = { id: string; customerId: string; category: Category; evidence: EvidenceKind; requestedBy: string }

/** The second person's word on a required paper as it was shown. An approved one holds at once; open claims are judged by it in the background. */
export const decideEvidenceRule = defineCommand({
  event: 'evidence-rule.decided',
  input: DecideEvidenceRuleInput,
  find: findProposed,
  allow: canDecideRules,
  async change(scope, proposal, { contentHash, decision, reason }) {
    const { id, customerId, category, evidence } = proposal
    await decideApproval(scope.actor, { kind: 'evidence-rule', subjectId: id, contentHash, decision, reason }, { within: scope })
    await scope.tx.$executeRaw(sql`UPDATE evidence_proposal SET state = ${decision} WHERE id = ${id}::uuid`)
    if (decision === 'approved') {
      const usual = evidenceNeeded(category, null).map((one): [string, 'required' | 'recommended'] => [one.evidence, one.level])
      // The approval is the person's act; the list follows by the rule.
      await requireEvidence(
        systemActor('lessons'),
        { customerId, category, evidence, usual, source: `own cases, ${scope.today}` },
        { within: scope },
      )
      await enqueue(scope, judgeAgainJob, { customerId, category }, { key: 'deductions.job.judgeAgain' })
    }
    return { id, state: decision }
  },
})

async function findProposed({ tx, actor }: Scope, input: z.output<typeof DecideEvidenceRuleInput>): Promise<Proposed | null> {
  const [row] = await selectIn<Proposed>(
    tx,
    sql`SELECT p.id::text, p.customer_id::text AS "customerId", p.category, p.evidence, r.requested_by::text AS "requestedBy"
      FROM evidence_proposal p JOIN approval_request r ON r.kind = 'evidence-rule' AND r.subject_id = p.id AND r.state = 'open'
      WHERE p.id = ${input.id}::uuid AND p.state = 'proposed' AND ${scopeOf(actor, sql`p.customer_id`)} FOR UPDATE OF p`,
  )
  return row ?? null
}
