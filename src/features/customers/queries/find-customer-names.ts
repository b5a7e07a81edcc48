import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

export type CustomerName = { id: string; code: string; name: string; currency: string }

/** The customers an actor may see, by name: for filters and assignment. */
export async function findCustomerNames(actor: Actor): Promise<CustomerName[]> {
  return select<CustomerName>(
    sql`SELECT c.id, c.code, c.name, c.currency FROM customer c WHERE ${scopeOf(actor, sql`c.id`)} ORDER BY c.name, c.id`,
  )
}
