import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canArrange } from '../policy'
import { teamPeople } from '../queries/team-people'
import { AssignTasksInput } from '../schemas'
import { changeTasks } from './change-tasks'
import { type ChosenTask, findTasksForChange } from './find-tasks-for-change'

/** Gives open requests to one person of their team, or back to the team. */
export const assignTasks = defineCommand({
  event: 'task.assigned',
  input: AssignTasksInput,
  find: findTasksForChange,
  allow: (actor, tasks) => tasks.every((task) => canArrange(actor, task)),
  async change(scope, tasks, input) {
    if (input.ownerId !== null) await assertOfTeam(scope, tasks, input.ownerId)
    return changeTasks(scope, tasks, input.tasks, sql`owner_id = ${input.ownerId}::uuid`)
  },
})

// Of account managers only those who look after the customer; asked once for each team and customer.
async function assertOfTeam({ tx }: Scope, tasks: readonly ChosenTask[], ownerId: string): Promise<void> {
  const places = new Map(tasks.map(({ team, customerId }) => [`${team} ${customerId}`, { team, customerId }]))
  for (const { team, customerId } of places.values()) {
    const rows = await selectIn(tx, sql`SELECT 1 FROM (${teamPeople(team, customerId)}) p WHERE p.id = ${ownerId}::uuid`)
    if (rows.length === 0) throw new Refusal('tasks/not-of-team')
  }
}
