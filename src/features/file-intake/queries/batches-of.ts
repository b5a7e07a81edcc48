import type { Actor } from '@/core/actor'
import { type Sql, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** The batches (alias `b`) that an actor sees: those of the own customers, and those brought in by oneself. */
export function batchesOf(actor: Actor): Sql {
  if (actor.kind === 'job') return sql`TRUE`
  return sql`(${scopeOf(actor, sql`b.customer_id`)} OR b.uploaded_by = ${actor.userId}::uuid)`
}

/** The id of a batch as a scalar, or NULL for an actor who does not see it: what hangs on it is then not found. */
export function visibleBatch(actor: Actor, batchId: string): Sql {
  return sql`(SELECT b.id FROM import_batch b WHERE b.id = ${batchId}::uuid AND ${batchesOf(actor)})`
}
