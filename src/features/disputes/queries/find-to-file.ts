import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** Built packages that wait to be filed, nearest deadline first: what an account manager pages through. */
export async function findToFile(actor: Actor): Promise<string[]> {
  const rows = await select<{ id: string }>(sql`
    SELECT p.id FROM dispute p JOIN deduction d ON d.id = p.deduction_id
    WHERE p.state = 'ready' AND ${scopeOf(actor, sql`p.customer_id`)} ORDER BY d.deadline_on NULLS LAST, d.open_minor DESC, d.id LIMIT 500`)
  return rows.map((row) => row.id)
}
