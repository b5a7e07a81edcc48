import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canImport } from '../policy'
import { batchesOf } from '../queries/batches-of'
import { OneBatchInput } from '../schemas'
import { commitBatches } from './commit-batches'

/**
 * Tries the rejected rows of a batch again, e.g. after their customer was added. Rows that could not be read at all stay
 * rejected: only a corrected file brings them in. Refuses 'file-intake/nothing-to-replay'.
 */
export const replayBatch = defineCommand({
  event: 'import.replayed',
  input: OneBatchInput,
  async find({ tx, actor }, { batchId }) {
    const [batch] = await selectIn<{ id: string }>(
      tx,
      sql`SELECT b.id::text FROM import_batch b WHERE b.id = ${batchId}::uuid AND b.state IN ('done', 'failed') AND ${batchesOf(actor)} FOR UPDATE`,
    )
    return batch ?? null
  },
  allow: canImport,
  timeoutMs: 600_000,
  async change(scope, batch) {
    const again = await scope.tx.$executeRaw(sql`
      UPDATE import_row SET status = 'staged', reason = NULL, customer_id = NULL
      WHERE batch_id = ${batch.id}::uuid AND status IN ('rejected', 'staged') AND kind <> 'unread' AND corrected_by IS NULL`)
    if (again === 0) throw new Refusal('file-intake/nothing-to-replay')
    await scope.tx.$executeRaw(sql`UPDATE import_batch SET state = 'committing', reason = NULL WHERE id = ${batch.id}::uuid`)
    await commitBatches(scope.actor, { batchIds: [batch.id] }, { within: scope })
    return { replayed: again }
  },
})
