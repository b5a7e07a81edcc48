import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canImport } from '../policy'
import { batchesOf } from '../queries/batches-of'
import { CommitBatchesInput } from '../schemas'
import { COMMITTERS } from './committers'
import { noteReferences } from './note-references'
import { resolveCustomers } from './resolve-customers'
import { settleCorrections } from './settle-corrections'
import { takeTurns } from './take-turns'
import { tallyRows } from './tally-rows'

/**
 * Takes the staged rows of some batches over, in one transaction: batch by batch, in a batch its customers first and
 * then every kind of row in the order of the committers. Rejected rows stay for correction; what was taken over lives in
 * its records, so its staging rows go.
 */
export const commitBatches = defineCommand({
  event: 'import.committed',
  input: CommitBatchesInput,
  async find({ tx, actor }, { batchIds }) {
    const found = await selectIn<{ id: string }>(
      tx,
      sql`SELECT b.id::text FROM import_batch b
        WHERE b.id = ANY(${batchIds}::uuid[]) AND b.state IN ('staged', 'committing') AND ${batchesOf(actor)} ORDER BY b.id FOR UPDATE`,
    )
    if (found.length === 0) return null
    const open = new Set(found.map((batch) => batch.id))
    return { batchIds: batchIds.filter((id) => open.has(id)) }
  },
  allow: canImport,
  timeoutMs: 600_000,
  async change(scope, { batchIds }) {
    const staged = await stagedKinds(scope, batchIds)
    const kinds = new Set(staged.map(({ kind }) => kind))
    await takeTurns(scope, (kind) => kinds.has(kind))
    let resolved = ''
    for (const { batchId, kind } of staged) {
      // The batch before this one may have brought its customer.
      if (batchId !== resolved) await resolveCustomers(scope, [batchId])
      resolved = batchId
      const committer = COMMITTERS.find((candidate) => candidate.kind === kind)
      if (!committer) throw new Refusal('intake/kind-waits', { details: { kind } })
      await committer.commit(scope, batchId)
    }
    await noteReferences(scope, batchIds)
    await finishBatches(scope, batchIds)
    return { committed: batchIds.length }
  },
})

/** Batch by batch as given, inside a batch in the order of the committers. */
async function stagedKinds({ tx }: Scope, batchIds: readonly string[]): Promise<{ batchId: string; kind: string }[]> {
  return selectIn(
    tx,
    sql`SELECT batch_id::text AS "batchId", kind FROM import_row WHERE batch_id = ANY(${batchIds}::uuid[]) AND status = 'staged'
      GROUP BY batch_id, kind
      ORDER BY array_position(${batchIds}::uuid[], batch_id), array_position(${COMMITTERS.map((committer) => committer.kind)}::text[], kind)`,
  )
}

/** Counts add up over replays: what was taken over before has left the staging table. */
async function finishBatches(scope: Scope, batchIds: readonly string[]): Promise<void> {
  const { tx } = scope
  const { leftKind } = await tallyRows(scope, batchIds)
  if (leftKind !== null) throw new Error(`the committer of ${leftKind} left rows behind`)
  await tx.$executeRaw(sql`
    UPDATE import_batch b SET state = 'done', finished_at = now(), changed = (SELECT count(*) FROM record_version v WHERE v.batch_id = b.id AND v.cause = 'import'),
      rejected = (SELECT count(*) FROM import_row r WHERE r.batch_id = b.id AND r.status = 'rejected')
    WHERE b.id = ANY(${batchIds}::uuid[])`)
  await settleCorrections(scope, batchIds)
  await tx.$executeRaw(sql`DELETE FROM import_row WHERE batch_id = ANY(${batchIds}::uuid[]) AND status IN ('accepted', 'duplicate')`)
}
