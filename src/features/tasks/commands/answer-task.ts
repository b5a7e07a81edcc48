import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { canAnswer } from '../policy'
import { AnswerTaskInput } from '../schemas'
import { findTaskForChange } from './find-task-for-change'

export const answerTask = defineCommand({
  event: 'task.answered',
  input: AnswerTaskInput,
  find: findTaskForChange,
  allow: canAnswer,
  async change({ tx }, task, input) {
    if (task.state !== 'open') throw new Refusal('tasks/not-open')
    const changed = await tx.task.updateMany({
      where: { id: task.id, version: input.version, state: 'open' },
      data: { answer: input.answer, state: 'answered', version: { increment: 1 } },
    })
    if (changed.count === 0) throw new Refusal('stale')
    return { id: task.id }
  },
})
