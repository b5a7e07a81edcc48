import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canArrange } from '../policy'
import { RescheduleTasksInput } from '../schemas'
import { changeTasks } from './change-tasks'
import { findTasksForChange } from './find-tasks-for-change'

/** Sets the day by which open requests are to be answered, or takes it away. */
export const rescheduleTasks = defineCommand({
  event: 'task.rescheduled',
  input: RescheduleTasksInput,
  find: findTasksForChange,
  allow: (actor, tasks) => tasks.every((task) => canArrange(actor, task)),
  change: (scope, tasks, { tasks: seen, dueOn }) =>
    changeTasks(scope, tasks, seen, sql`due_at = ${dueOn === null ? null : `${dueOn}T17:00:00Z`}::timestamptz`),
})
