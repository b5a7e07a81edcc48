import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canImport } from '../policy'
import { batchesOf } from '../queries/batches-of'
import { ConfirmBatchesInput } from '../schemas'

/**
 * A person's yes to files: kept before anything is taken over, so that a crash does not forget it. It holds for a file that
 * still waits for an answer, too: with the answer it is taken over. Returns those that were shown and can be taken over now.
 */
export const confirmBatches = defineCommand({
  event: 'import.confirmed',
  input: ConfirmBatchesInput,
  find: findNothing,
  allow: canImport,
  async change({ tx, actor }, _before, { batchIds, heldBy }): Promise<string[]> {
    await tx.$executeRaw(sql`
      UPDATE import_batch b SET is_preview = false
      WHERE b.id = ANY(${batchIds}::uuid[]) AND b.state = 'waiting' AND b.is_preview AND ${batchesOf(actor)}`)
    const confirmed = await selectIn<{ id: string }>(
      tx,
      sql`UPDATE import_batch b SET state = 'committing', held_by = ${heldBy}::uuid
        WHERE b.id = ANY(${batchIds}::uuid[]) AND b.state = 'staged' AND ${batchesOf(actor)} RETURNING b.id::text`,
    )
    return confirmed.map(({ id }) => id)
  },
})
