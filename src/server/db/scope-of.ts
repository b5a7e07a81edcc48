import type { Actor } from '@/core/actor'
import { type Sql, sql } from './client'

/** The condition that keeps a query inside the actor's customers: `WHERE ${scopeOf(actor, sql`d.customer_id`)}`. */
export function scopeOf(actor: Actor, column: Sql): Sql {
  if (actor.customerIds === 'all') return sql`TRUE`
  return sql`${column} = ANY(${[...actor.customerIds]}::uuid[])`
}
