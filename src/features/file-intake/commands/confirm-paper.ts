import { systemActor } from '@/core/actor'
import { triageChunk } from '@/features/deductions/commands/triage-deductions'
import { findDeductionsOfPaper } from '@/features/deductions/queries/find-deductions-of-paper'
import { canReadPapers } from '@/features/documents/policy'
import { confirmProof } from '@/features/shipments/commands/confirm-proof'
import { gradeProofs } from '@/features/shipments/commands/grade-proofs'
import { defineCommand, findNothing } from '@/server/command'
import { ConfirmPaperInput } from '../schemas'

/**
 * Keeps what a person confirmed or corrected on a paper whose text was read: it is graded anew, and the deductions it touches are
 * judged anew, all or nothing. Answers how many were judged and how many verdicts changed.
 */
export const confirmPaper = defineCommand({
  event: 'paper.confirmed',
  input: ConfirmPaperInput,
  find: findNothing,
  allow: canReadPapers,
  timeoutMs: 60_000,
  async change(scope, _before, input) {
    await confirmProof(scope.actor, input, { within: scope })
    await gradeProofs(scope.actor, {}, { within: scope })
    const ids = await findDeductionsOfPaper(scope.tx, input.documentId)
    const judged = ids.length === 0 ? null : await triageChunk(systemActor('papers'), { ids }, { within: scope })
    return { id: input.documentId, judged: judged?.examined ?? 0, changed: judged?.changed ?? 0 }
  },
})
