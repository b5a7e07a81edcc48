import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import type { BatchState, BatchWay } from '../rules/batch'
import { batchesOf } from './batches-of'
import type { ImportRowCounts } from './find-imports'

export type ImportFinding = { position: string; field: string; code: string; message: string }
export type StagedPreview = { row_no: number; kind: string; position: string; values: Record<string, unknown>; customer: string | null }
export type RejectedRow = { row_no: number; position: string; field: string; code: string; message: string; text: string }

export type ImportDetail = ImportRowCounts & {
  id: string
  number: number
  file_name: string
  path: string | null
  kind: string
  format: string
  encoding: string | null
  state: BatchState
  way: BatchWay
  sha256: string
  bytes: bigint
  own_total: string | null
  computed_total: string | null
  currency: string | null
  changed: number
  times_sent: number
  reason: string | null
  customer_name: string | null
  uploaded_by: string | null
  created_at: Date
  finished_at: Date | null
  findings: ImportFinding[]
  /** Rows that will be taken over, as they will be stored; empty once they are. */
  preview: StagedPreview[]
  /** Rows per kind that wait to be taken over. */
  staged: { kind: string; count: number }[]
  rejectedRows: RejectedRow[]
}

type Head = Omit<ImportDetail, 'findings' | 'preview' | 'staged' | 'rejectedRows'>

const FINDINGS_MAX = 500
const PREVIEW_ROWS = 50
const REJECTED_SHOWN = 200

/** Everything about one file that came in; null when the actor does not see it. */
export async function findImport(actor: Actor, id: string): Promise<ImportDetail | null> {
  const [head] = await select<Head>(sql`
    SELECT b.id::text, b.number, b.file_name, b.path, b.kind, b.format, b.encoding, b.state, b.way, b.sha256, b.bytes, b.rows_read AS read,
      b.accepted, b.duplicate, b.rejected, b.blank, b.changed, b.own_total, b.computed_total, b.currency, b.times_sent, b.reason,
      c.name AS customer_name, u.name AS uploaded_by, b.created_at, b.finished_at
    FROM import_batch b LEFT JOIN customer c ON c.id = b.customer_id LEFT JOIN app_user u ON u.id = b.uploaded_by
    WHERE b.id = ${id}::uuid AND ${batchesOf(actor)}`)
  if (!head) return null
  const [findings, preview, staged, rejectedRows] = await Promise.all([
    select<ImportFinding>(
      sql`SELECT position, field, code, message FROM import_finding WHERE batch_id = ${id}::uuid ORDER BY id LIMIT ${FINDINGS_MAX}`,
    ),
    select<StagedPreview>(sql`
      SELECT r.row_no, r.kind, r.position, r.values, c.name AS customer FROM import_row r LEFT JOIN customer c ON c.id = r.customer_id
      WHERE r.batch_id = ${id}::uuid AND r.status = 'staged' ORDER BY r.row_no LIMIT ${PREVIEW_ROWS}`),
    select<{ kind: string; count: number }>(sql`
      SELECT kind, count(*)::int AS count FROM import_row WHERE batch_id = ${id}::uuid AND status = 'staged' GROUP BY kind ORDER BY kind`),
    selectRejected(id, REJECTED_SHOWN),
  ])
  return { ...head, findings, preview, staged, rejectedRows }
}

/** All rejected rows of a file, for download; null when the actor does not see the file. */
export async function findRejectedRows(actor: Actor, id: string): Promise<{ fileName: string; rows: RejectedRow[] } | null> {
  const [head] = await select<{ file_name: string }>(
    sql`SELECT b.file_name FROM import_batch b WHERE b.id = ${id}::uuid AND ${batchesOf(actor)}`,
  )
  return head ? { fileName: head.file_name, rows: await selectRejected(id, 1_000_000) } : null
}

/** Where the bytes of a file are kept; null when the actor does not see it. */
export async function findOriginalFile(
  actor: Actor,
  id: string,
): Promise<{ fileName: string; mediaType: string; storageKey: string } | null> {
  const [row] = await select<{ fileName: string; mediaType: string; storageKey: string }>(sql`
    SELECT b.file_name AS "fileName", f.media_type AS "mediaType", f.storage_key AS "storageKey"
    FROM import_batch b JOIN stored_file f ON f.id = b.file_id WHERE b.id = ${id}::uuid AND ${batchesOf(actor)}`)
  return row ?? null
}

function selectRejected(id: string, limit: number): Promise<RejectedRow[]> {
  return select<RejectedRow>(sql`
    SELECT r.row_no, r.position, coalesce(r.values ->> 'field', 'row') AS field, coalesce(r.reason, 'rejected') AS code,
      coalesce(r.values ->> 'message', '') AS message, coalesce(r.values ->> 'text', r.values::text) AS text
    FROM import_row r WHERE r.batch_id = ${id}::uuid AND r.status = 'rejected' ORDER BY r.row_no LIMIT ${limit}`)
}
