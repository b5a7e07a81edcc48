import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canImport } from '../policy'
import { ABANDONED } from '../queries/abandoned-batches'
import { AROUND, type StoredBatch } from '../queries/stored-batch'
import { ClaimBatchesInput } from '../schemas'

/** A half-done batch that is ours now; `state` says how far it came. */
export type ClaimedBatch = StoredBatch & { state: 'parsing' | 'committing'; isPreview: boolean }

/** Takes over batches whose import died; of several that try, one gets each. */
export const claimBatches = defineCommand({
  event: 'import.claimed',
  input: ClaimBatchesInput,
  find: findNothing,
  allow: canImport,
  timeoutMs: 60_000,
  async change({ tx }, _before, { batchIds, heldBy }): Promise<ClaimedBatch[]> {
    const wanted = batchIds === undefined ? sql`TRUE` : sql`b.id = ANY(${batchIds}::uuid[])`
    return selectIn(
      tx,
      sql`UPDATE import_batch b SET held_by = ${heldBy}::uuid
        FROM (SELECT b.id FROM import_batch b WHERE ${wanted} AND ${ABANDONED} ORDER BY b.id FOR UPDATE SKIP LOCKED) left_behind, stored_file f
        WHERE b.id = left_behind.id AND f.id = b.file_id
        RETURNING b.id::text, coalesce(b.path, b.file_name) AS path, f.storage_key AS "storageKey", b.bytes, b.state, ${AROUND} AS around,
          b.is_preview AS "isPreview", b.mapping_version_id::text AS "mappingVersionId"`,
    )
  },
})
