import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

export type DifferenceForChange = { id: string; customerId: string; state: string }

/** The differences a command works on, locked; null when the actor may not see one of them. */
export async function findDifferencesForChange(
  { tx, actor }: Scope,
  input: { ids: readonly string[] },
): Promise<DifferenceForChange[] | null> {
  const ids = [...new Set(input.ids)]
  const rows = await selectIn<DifferenceForChange>(
    tx,
    sql`SELECT id::text, customer_id::text AS "customerId", state FROM difference WHERE id = ANY(${ids}::uuid[]) AND ${scopeOf(actor, sql`customer_id`)} ORDER BY id FOR UPDATE`,
  )
  return rows.length === ids.length ? rows : null
}
