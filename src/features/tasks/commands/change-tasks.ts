import { Refusal } from '@/core/refusal'
import type { Scope } from '@/server/command'
import { type Sql, selectIn, sql } from '@/server/db/client'
import type { ChosenTask } from './find-tasks-for-change'

type Seen = readonly { id: string; version: number }[]

/** Changes open requests that nobody changed since they were seen, all or none; answers the version each has since. */
export async function changeTasks(
  { tx }: Scope,
  tasks: readonly ChosenTask[],
  seen: Seen,
  change: Sql,
): Promise<{ rows: { id: string; version: number }[] }> {
  const versions = new Map(seen.map(({ id, version }) => [id, version]))
  const stale = tasks.find(({ id, version }) => versions.get(id) !== version)
  if (stale) throw new Refusal('stale', { details: { number: String(stale.number) } })
  if (tasks.some(({ state }) => state !== 'open')) throw new Refusal('tasks/not-open')
  const ids = tasks.map(({ id }) => id)
  const rows = await selectIn<{ id: string; version: number }>(
    tx,
    sql`UPDATE task SET ${change}, version = version + 1 WHERE id = ANY(${ids}::uuid[]) RETURNING id::text, version`,
  )
  return { rows }
}
