import { confirmWindow } from '@/features/agreements/commands/confirm-window'
import { canKeepPlaybook } from '@/features/agreements/policy'
import { ConfirmWindowInput } from '@/features/agreements/schemas'
import { defineCommand, findNothing } from '@/server/command'
import { enqueue } from '@/server/jobs/enqueue'
import { judgeAgainJob } from '../jobs/judge-again'

/** Confirms a dispute window, or takes that back; the deadlines of the open deductions it bears on follow in the background. */
export const confirmDeadline = defineCommand({
  event: 'deduction.deadline-confirmed',
  input: ConfirmWindowInput,
  find: findNothing,
  allow: canKeepPlaybook,
  async change(scope, _before, input) {
    const { customerId, category } = await confirmWindow(scope.actor, input, { within: scope })
    await enqueue(scope, judgeAgainJob, { customerId, category }, { key: 'deductions.job.judgeAgain' })
    return { customerId }
  },
})
