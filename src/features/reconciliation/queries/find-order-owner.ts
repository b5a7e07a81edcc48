import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

export type OrderOwner = { id: string; code: string; name: string }

/** The customer an order's address names, if the actor sees it. */
export async function findOrderOwner(actor: Actor, customerCode: string): Promise<OrderOwner | null> {
  const [customer] = await select<OrderOwner>(
    sql`SELECT c.id::text, c.code, c.name FROM customer c WHERE c.code = ${customerCode} AND ${scopeOf(actor, sql`c.id`)}`,
  )
  return customer ?? null
}
