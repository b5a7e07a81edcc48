import { defineCommand } from '@/server/command'
import { canClose } from '../policy'
import { ChooseTasksInput } from '../schemas'
import { closeTask } from './close-task'
import { findTasksForChange } from './find-tasks-for-change'

/** Ends many requests at once: done where they were answered, withdrawn where they were not. All or none. */
export const closeTasks = defineCommand({
  event: 'task.several-closed',
  input: ChooseTasksInput,
  find: findTasksForChange,
  allow: (actor, tasks) => tasks.every((task) => canClose(actor, task)),
  timeoutMs: 60_000,
  async change(scope, tasks, input) {
    const states = new Map(tasks.map(({ id, state }) => [id, state]))
    for (const { id, version } of input.tasks)
      await closeTask(scope.actor, { taskId: id, version, isCancelled: states.get(id) === 'open' }, { within: scope })
    return { count: tasks.length }
  },
})
