import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canImport } from '../policy'
import { ReadWithMappingInput } from '../schemas'
import { reopenWaiting } from './reopen-waiting'

/**
 * Opens waiting batches for being read by a mapping that is in use, and records its version on them. Answers those that still
 * waited; reading them follows outside of the transaction, and is picked up again after a crash.
 */
export const readWithMapping = defineCommand({
  event: 'import.mapped',
  input: ReadWithMappingInput,
  async find({ tx, actor }, { versionId }) {
    const [version] = await selectIn<{ id: string }>(
      tx,
      sql`SELECT v.id::text FROM column_mapping_version v JOIN column_mapping m ON m.id = v.mapping_id
        WHERE v.id = ${versionId}::uuid AND m.retired_at IS NULL AND (m.customer_id IS NULL OR ${scopeOf(actor, sql`m.customer_id`)})`,
    )
    return version ?? null
  },
  allow: canImport,
  timeoutMs: 60_000,
  async change(scope, version, { batchIds, heldBy }): Promise<string[]> {
    const reopened = await reopenWaiting(scope.actor, { batchIds, heldBy }, { within: scope })
    await scope.tx.$executeRaw(sql`
      UPDATE import_batch SET mapping_version_id = ${version.id}::uuid WHERE id = ANY(${reopened}::uuid[])`)
    return reopened
  },
})
