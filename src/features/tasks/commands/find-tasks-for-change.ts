import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { TaskState } from '../rules/teams'

export type ChosenTask = {
  id: string
  number: number
  customerId: string | null
  team: string
  createdBy: string | null
  state: TaskState
  version: number
}

/** The requests that a person chose, locked in a fixed order; null when one of them does not exist for the actor. */
export async function findTasksForChange({ tx, actor }: Scope, input: { tasks: readonly { id: string }[] }): Promise<ChosenTask[] | null> {
  const ids = [...new Set(input.tasks.map(({ id }) => id))]
  const rows = await selectIn<ChosenTask>(
    tx,
    sql`SELECT t.id::text, t.number, t.customer_id::text AS "customerId", t.team, t.created_by::text AS "createdBy", t.state, t.version
      FROM task t WHERE t.id = ANY(${ids}::uuid[]) AND ${scopeOf(actor, sql`t.customer_id`)} ORDER BY t.id FOR UPDATE`,
  )
  return rows.length === ids.length ? rows : null
}
