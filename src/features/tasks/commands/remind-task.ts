import { Refusal } from '@/core/refusal'
import { now } from '@/server/clock'
import { defineCommand } from '@/server/command'
import { canAsk } from '../policy'
import { RemindTaskInput } from '../schemas'
import { findTaskForChange } from './find-task-for-change'
import { mailRequest } from './mail-request'

/** Reminds the people of the asked team by mail, each once; of account managers only those who look after the customer. */
export const remindTask = defineCommand({
  event: 'task.reminded',
  input: RemindTaskInput,
  find: findTaskForChange,
  allow: canAsk,
  async change(scope, task) {
    if (task.state !== 'open') throw new Refusal('tasks/not-open')
    const mails = await mailRequest(scope, task, 'reminder')
    await scope.tx.task.update({ where: { id: task.id }, data: { remindedAt: now() } })
    return { id: task.id, mails }
  },
})
