import { defineCommand, findNothing, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { recordStoredFiles } from '@/server/file-store'
import { toJson } from '@/server/operation'
import { canImport } from '../policy'
import type { BatchState } from '../rules/batch'
import { ReceiveBatchesInput } from '../schemas'

/** `isNew` is false when these bytes came before: the first batch answers and nothing is read again. */
export type ReceivedBatch = { id: string; number: number; sha256: string; state: BatchState; isNew: boolean }

/** Opens a batch per file, in state 'parsing'; the same bytes only ever have one batch, which counts how often they were sent. */
export const receiveBatches = defineCommand({
  event: 'import.received',
  input: ReceiveBatchesInput,
  find: findNothing,
  allow: canImport,
  timeoutMs: 60_000,
  async change(scope, _before, { files, isRetry }): Promise<ReceivedBatch[]> {
    const list = toJson(files)
    await recordStoredFiles(scope.tx, files)
    const opened = await openBatches(scope, list)
    const isNew = new Set(opened.map((batch) => batch.id))
    if (opened.length < files.length && !isRetry) await countAgain(scope, list, [...isNew])
    const batches = await selectIn<Omit<ReceivedBatch, 'isNew'>>(
      scope.tx,
      sql`SELECT id::text, number, sha256, state FROM import_batch WHERE sha256 = ANY(${files.map((file) => file.sha256)})`,
    )
    return batches.map((batch) => ({ ...batch, isNew: isNew.has(batch.id) }))
  },
})

async function openBatches({ tx, actor }: Scope, list: string): Promise<{ id: string }[]> {
  const uploadedBy = actor.kind === 'job' ? null : actor.userId
  return selectIn<{ id: string }>(
    tx,
    sql`INSERT INTO import_batch (file_id, file_name, path, sha256, bytes, format, kind, way, state, uploaded_by, parent_id, parent_reason)
      SELECT DISTINCT ON (f.sha256) s.id, f."fileName", f.path, f.sha256, f.bytes, 'unknown', 'unknown', f.way, 'parsing', ${uploadedBy}::uuid,
        (f.parent ->> 'id')::uuid, f.parent ->> 'reason'
      FROM jsonb_to_recordset(${list}::jsonb) AS f("fileName" text, path text, sha256 text, bytes bigint, way text, parent jsonb)
      JOIN stored_file s ON s.sha256 = f.sha256
      ORDER BY f.sha256, f.path ON CONFLICT (sha256) DO NOTHING RETURNING id::text`,
  )
}

async function countAgain({ tx }: Scope, list: string, openedIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE import_batch b SET times_sent = b.times_sent + again.times
    FROM (
      SELECT sha256, count(*) - CASE WHEN bool_or(o.id = ANY(${[...openedIds]}::uuid[])) THEN 1 ELSE 0 END AS times
      FROM jsonb_to_recordset(${list}::jsonb) AS f(sha256 text) JOIN import_batch o USING (sha256) GROUP BY sha256
    ) again
    WHERE b.sha256 = again.sha256 AND again.times > 0`)
}
