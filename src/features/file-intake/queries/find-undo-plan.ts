import type { Actor } from '@/core/actor'
import { db, selectIn, sql } from '@/server/db/client'
import { batchesOf } from './batches-of'
import { planUndo, type UndoPlan } from './plan-undo'

/** What undoing an import would do, for a preview; null when the actor does not see it or there is nothing to undo. */
export async function findUndoPlan(actor: Actor, batchId: string): Promise<UndoPlan | null> {
  return db().$transaction(async (tx) => {
    const [batch] = await selectIn(
      tx,
      sql`SELECT 1 FROM import_batch b WHERE b.id = ${batchId}::uuid AND b.state = 'done' AND ${batchesOf(actor)}`,
    )
    return batch ? planUndo(tx, batchId) : null
  })
}
