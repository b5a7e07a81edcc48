import { defineCommand } from '@/server/command'
import { canAsk } from '../policy'
import { ChooseTasksInput } from '../schemas'
import { findTasksForChange } from './find-tasks-for-change'
import { remindTask } from './remind-task'

/** Reminds the teams of many open requests by mail. All or none. */
export const remindTasks = defineCommand({
  event: 'task.several-reminded',
  input: ChooseTasksInput,
  find: findTasksForChange,
  allow: (actor, tasks) => tasks.every((task) => canAsk(actor, task)),
  timeoutMs: 60_000,
  async change(scope, tasks) {
    let mails = 0
    for (const { id } of tasks) mails += (await remindTask(scope.actor, { taskId: id }, { within: scope })).mails
    return { count: tasks.length, mails }
  },
})
