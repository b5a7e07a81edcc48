import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canImport } from '../policy'
import { batchesOf } from '../queries/batches-of'
import { ReopenWaitingInput } from '../schemas'

/** Opens waiting batches for reading again; what the first reading found is forgotten. Answers those that still waited. */
export const reopenWaiting = defineCommand({
  event: 'import.reopened',
  input: ReopenWaitingInput,
  find: findNothing,
  allow: canImport,
  timeoutMs: 60_000,
  async change({ tx, actor }, _before, { batchIds, heldBy }): Promise<string[]> {
    const reopened = await selectIn<{ id: string }>(
      tx,
      sql`UPDATE import_batch b SET state = 'parsing', reason = NULL, finished_at = NULL, reopened_at = now(), held_by = ${heldBy}::uuid
        WHERE b.id = ANY(${batchIds}::uuid[]) AND b.state = 'waiting' AND ${batchesOf(actor)} RETURNING b.id::text`,
    )
    const ids = reopened.map(({ id }) => id)
    await tx.$executeRaw(sql`DELETE FROM import_finding WHERE batch_id = ANY(${ids}::uuid[])`)
    await tx.$executeRaw(sql`DELETE FROM import_row WHERE batch_id = ANY(${ids}::uuid[])`)
    return ids
  },
})
