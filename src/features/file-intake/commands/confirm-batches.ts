import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canImport } from '../policy'
import { batchesOf } from '../queries/batches-of'
import { ConfirmBatchesInput } from '../schemas'

/** A person's yes to files that were shown: kept before anything is taken over, so that a crash does not forget it. */
export const confirmBatches = defineCommand({
  event: 'import.confirmed',
  input: ConfirmBatchesInput,
  find: findNothing,
  allow: canImport,
  async change({ tx, actor }, _before, { batchIds, heldBy }): Promise<string[]> {
    const confirmed = await selectIn<{ id: string }>(
      tx,
      sql`UPDATE import_batch b SET state = 'committing', held_by = ${heldBy}::uuid
        WHERE b.id = ANY(${batchIds}::uuid[]) AND b.state = 'staged' AND ${batchesOf(actor)} RETURNING b.id::text`,
    )
    return confirmed.map(({ id }) => id)
  },
})
