import type { Actor } from '@/core/actor'
import type { ProblemFacts } from '@/core/problem'
import { select, sql } from '@/server/db/client'
import { batchesOf } from './batches-of'

export type StoredImport = { id: string; fileName: string; format: string; encoding: string | null; bytes: bigint; storageKey: string }

/** A row that waits for correction: every place of it in the file, one per line that it is made of. */
export type RowToCorrect = {
  positions: string[]
  position: string
  field: string
  code: string
  message: string
  facts: ProblemFacts | null
  text: string
}

/** An import with the rows of it that wait for correction, and the corrections that came so far. */
export type RejectedFile = { file: StoredImport; corrections: StoredImport[]; rows: RowToCorrect[] }

/** Rows for one workbook; those beyond come with the next one. */
const ROWS_MAX = 100_000

/**
 * What of an import waits for correction, or only the row at `position`; of an import of corrections, what still waits in the first
 * one. Null when the actor does not see it.
 */
export async function findRejectedFile(actor: Actor, id: string, position: string | null = null): Promise<RejectedFile | null> {
  const stored = sql`b.id::text, b.file_name AS "fileName", b.format, b.encoding, b.bytes, f.storage_key AS "storageKey"
    FROM import_batch b JOIN stored_file f ON f.id = b.file_id`
  const [file] = await select<StoredImport>(sql`
    SELECT ${stored} WHERE b.id = (SELECT CASE WHEN c.parent_reason = 'correction' THEN c.parent_id ELSE c.id END FROM import_batch c
      WHERE c.id = ${id}::uuid) AND ${batchesOf(actor)}`)
  if (!file) return null
  const [corrections, rows] = await Promise.all([
    select<StoredImport>(sql`SELECT ${stored} WHERE b.parent_id = ${file.id}::uuid AND b.parent_reason = 'correction' ORDER BY b.number`),
    select<RowToCorrect>(sql`
      SELECT r.position, ARRAY(SELECT r.position UNION SELECT p #>> '{}' FROM jsonb_path_query(r.values, 'lax $.**.position') AS p) AS positions,
        coalesce(r.reason, 'rejected') AS code, CASE WHEN r.kind = 'unread' THEN coalesce(r.values ->> 'field', '') ELSE '' END AS field,
        CASE WHEN r.kind = 'unread' THEN coalesce(r.values ->> 'message', '') ELSE '' END AS message,
        CASE WHEN r.kind = 'unread' THEN r.values -> 'facts' ELSE '{}' END AS facts,
        CASE WHEN r.kind = 'unread' THEN coalesce(r.values ->> 'text', '') ELSE r.values::text END AS text
      FROM import_row r WHERE r.batch_id = ${file.id}::uuid AND r.status = 'rejected' AND r.corrected_by IS NULL
        AND (${position}::text IS NULL OR r.position = ${position}) ORDER BY r.row_no LIMIT ${ROWS_MAX}`),
  ])
  return { file, corrections, rows }
}
