import { defineCommand, findNothing, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { recordStoredFiles } from '@/server/file-store'
import { toJson } from '@/server/operation'
import { canImport } from '../policy'
import type { BatchState } from '../rules/batch'
import { ReceiveBatchesInput } from '../schemas'

/** `isNew` is false when these bytes came before: the first batch answers and nothing is read again. */
export type ReceivedBatch = { id: string; number: number; sha256: string; state: BatchState; isNew: boolean }

/**
 * Opens a batch per file, in state 'parsing'; the same bytes only ever have one batch, which counts how often they were sent.
 * An undone batch answers for its bytes too, until somebody wants them imported again.
 */
export const receiveBatches = defineCommand({
  event: 'import.received',
  input: ReceiveBatchesInput,
  find: findNothing,
  allow: canImport,
  timeoutMs: 60_000,
  async change(scope, _before, { files, isRetry, isAgain, isPreview, heldBy, mappingVersionId }): Promise<ReceivedBatch[]> {
    const list = toJson(files)
    await recordStoredFiles(scope.tx, files)
    const opened = await openBatches(scope, list, { isAgain, isPreview, heldBy, mappingVersionId })
    const isNew = new Set(opened.map((batch) => batch.id))
    if (opened.length < files.length && !isRetry) await countAgain(scope, list, [...isNew])
    if (!isRetry) await recordSendings(scope, list)
    const batches = await selectIn<Omit<ReceivedBatch, 'isNew'>>(
      scope.tx,
      sql`SELECT DISTINCT ON (sha256) id::text, number, sha256, state FROM import_batch
        WHERE sha256 = ANY(${files.map((file) => file.sha256)}) ORDER BY sha256, number DESC`,
    )
    return batches.map((batch) => ({ ...batch, isNew: isNew.has(batch.id) }))
  },
})

type Opening = { isAgain: boolean; isPreview: boolean; heldBy: string | null; mappingVersionId: string | null }

async function openBatches({ tx, actor }: Scope, list: string, opening: Opening): Promise<{ id: string }[]> {
  const { isAgain, isPreview, heldBy, mappingVersionId } = opening
  const uploadedBy = actor.kind === 'job' ? null : actor.userId
  return selectIn<{ id: string }>(
    tx,
    sql`INSERT INTO import_batch (file_id, file_name, path, sha256, bytes, format, kind, way, state, uploaded_by, parent_id, parent_reason,
        is_preview, held_by, mapping_version_id)
      SELECT DISTINCT ON (f.sha256) s.id, f."fileName", f.path, f.sha256, f.bytes, 'unknown', 'unknown', f.way, 'parsing', ${uploadedBy}::uuid,
        (f.parent ->> 'id')::uuid, f.parent ->> 'reason', ${isPreview}, ${heldBy}::uuid, ${mappingVersionId}::uuid
      FROM jsonb_to_recordset(${list}::jsonb) AS f("fileName" text, path text, sha256 text, bytes bigint, way text, parent jsonb)
      JOIN stored_file s ON s.sha256 = f.sha256
      WHERE ${isAgain} OR NOT EXISTS (SELECT 1 FROM import_batch u WHERE u.sha256 = f.sha256 AND u.state = 'undone')
      ORDER BY f.sha256, f.path ON CONFLICT (sha256) WHERE state <> 'undone' DO NOTHING RETURNING id::text`,
  )
}

async function recordSendings({ tx, actor }: Scope, list: string): Promise<void> {
  const sentBy = actor.kind === 'job' ? null : actor.userId
  await tx.$executeRaw(sql`
    INSERT INTO import_sending (batch_id, path, way, sent_by)
    SELECT b.id, f.path, f.way, ${sentBy}::uuid
    FROM jsonb_to_recordset(${list}::jsonb) AS f(sha256 text, path text, way text)
    JOIN import_batch b ON b.sha256 = f.sha256 AND b.state <> 'undone'`)
}

async function countAgain({ tx }: Scope, list: string, openedIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE import_batch b SET times_sent = b.times_sent + again.times
    FROM (
      SELECT o.id, count(*) - CASE WHEN bool_or(o.id = ANY(${[...openedIds]}::uuid[])) THEN 1 ELSE 0 END AS times
      FROM jsonb_to_recordset(${list}::jsonb) AS f(sha256 text)
      CROSS JOIN LATERAL (SELECT x.id FROM import_batch x WHERE x.sha256 = f.sha256 ORDER BY x.number DESC LIMIT 1) o GROUP BY o.id
    ) again
    WHERE b.id = again.id AND again.times > 0`)
}
