import { Refusal } from '@/core/refusal'
import { now } from '@/server/clock'
import { defineCommand } from '@/server/command'
import { canClose } from '../policy'
import { CloseTaskInput } from '../schemas'
import { findTaskForChange } from './find-task-for-change'

export const closeTask = defineCommand({
  event: 'task.closed',
  input: CloseTaskInput,
  find: findTaskForChange,
  allow: canClose,
  async change({ tx }, task, input) {
    if (task.state === 'closed' || task.state === 'cancelled') throw new Refusal('tasks/already-closed')
    const changed = await tx.task.updateMany({
      where: { id: task.id, version: input.version },
      data: { state: input.isCancelled ? 'cancelled' : 'closed', closedAt: now(), version: { increment: 1 } },
    })
    if (changed.count === 0) throw new Refusal('stale')
    return { id: task.id }
  },
})
