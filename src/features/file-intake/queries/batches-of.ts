import type { Actor } from '@/core/actor'
import { type Sql, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** The batches (alias `b`) that an actor sees: those of the own customers, and those brought in by oneself. */
export function batchesOf(actor: Actor): Sql {
  if (actor.kind === 'job') return sql`TRUE`
  return sql`(${scopeOf(actor, sql`b.customer_id`)} OR b.uploaded_by = ${actor.userId}::uuid)`
}
