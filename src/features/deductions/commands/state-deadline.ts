import { addWindow } from '@/features/agreements/commands/add-window'
import { canKeepPlaybook } from '@/features/agreements/policy'
import { AddWindowInput } from '@/features/agreements/schemas'
import { defineCommand, findNothing } from '@/server/command'
import { enqueue } from '@/server/jobs/enqueue'
import { judgeAgainJob } from '../jobs/judge-again'

/** Enters what a source says about a dispute window; the deadlines of the open deductions it bears on follow in the background. */
export const stateDeadline = defineCommand({
  event: 'deduction.deadline-stated',
  input: AddWindowInput,
  find: findNothing,
  allow: canKeepPlaybook,
  async change(scope, _before, input) {
    const { customerId, category } = await addWindow(scope.actor, input, { within: scope })
    await enqueue(scope, judgeAgainJob, { customerId, category }, { key: 'deductions.job.judgeAgain' })
    return { customerId }
  },
})
