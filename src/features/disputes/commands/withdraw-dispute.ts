import { Refusal } from '@/core/refusal'
import { followDispute } from '@/features/deductions/commands/follow-dispute'
import { addComment } from '@/features/tasks/commands/add-comment'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canWithdraw } from '../policy'
import { WithdrawInput } from '../schemas'
import { assertFresh, findForChange } from './find-for-change'

/** Takes a dispute back. The deduction stays open and is decided anew; the reason stays as a comment. */
export const withdrawDispute = defineCommand({
  event: 'dispute.withdrawn',
  input: WithdrawInput,
  find: findForChange,
  allow: canWithdraw,
  async change(scope, dispute, input) {
    assertFresh(dispute, input)
    if (dispute.state === 'closed') throw new Refusal('disputes/already-closed')
    await scope.tx.$executeRaw(sql`
      UPDATE dispute SET state = 'closed', outcome = 'withdrawn', won_minor = 0, lost_minor = 0, follow_up_on = NULL, version = version + 1
      WHERE id = ${dispute.id}::uuid`)
    if (scope.actor.kind !== 'job')
      await addComment(scope.actor, { subjectKind: 'dispute', subjectId: dispute.id, body: input.reason }, { within: scope })
    if (dispute.deductionState === 'submitted')
      await followDispute(scope.actor, { id: dispute.deductionId, state: 'ready' }, { within: scope })
    return { id: dispute.id }
  },
})
