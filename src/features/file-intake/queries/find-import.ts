import type { Actor } from '@/core/actor'
import type { ControlSum } from '@/core/control-sum'
import type { DateOrder, OpenDates } from '@/core/date-order'
import { select, sql } from '@/server/db/client'
import type { BatchState, BatchWay, ParentReason } from '../rules/batch'
import type { DateOrderReason } from '../rules/date-order'
import { batchesOf } from './batches-of'
import type { ImportRowCounts } from './find-imports'

export type StagedPreview = { row_no: number; kind: string; position: string; values: Record<string, unknown>; customer: string | null }
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
  changed: number
  times_sent: number
  reason: string | null
  customer_name: string | null
  uploaded_by: string | null
  created_at: Date
  finished_at: Date | null
  /** The file's own totals against ours, by kind and currency. */
  sums: ControlSum[]
  /** The same with the corrections that came so far; empty while there are none. */
  corrected_sums: ControlSum[]
  /** How many things were noticed, and how many rejected rows came in since, corrected. */
  findings: number
  corrected: number
  parent_reason: ParentReason | null
  /** The order of day and month in its dates and why; null where no date was open to two. */
  date_order: DateOrder | null
  date_order_because: DateOrderReason | null
  /** What has to be asked about dates that fit both orders. */
  open_dates: OpenDates | null
  /** The saved version of a mapping that read it. */
  mapping_id: string | null
  mapping_version: number | null
  /** Rows that will be taken over, as they will be stored; empty once they are. */
  preview: StagedPreview[]
  /** Rows per kind that wait to be taken over. */
  staged: { kind: string; count: number }[]
}

type Head = Omit<ImportDetail, 'preview' | 'staged'>

const PREVIEW_ROWS = 50

// Imports of an earlier version hold one pair of totals only.
const SUMS = sql`CASE WHEN b.sums <> '[]' OR b.computed_total IS NULL THEN b.sums ELSE jsonb_build_array(
  jsonb_build_object('kind', b.kind, 'currency', b.currency, 'own', b.own_total, 'computed', b.computed_total)) END`

/** Everything about one file that came in; null when the actor does not see it. */
export async function findImport(actor: Actor, id: string): Promise<ImportDetail | null> {
  const [head] = await select<Head>(sql`
    SELECT b.id::text, b.number, b.file_name, b.path, b.kind, b.format, b.encoding, b.state, b.way, b.sha256, b.bytes, b.rows_read AS read,
      b.accepted, b.duplicate, b.rejected, b.blank, b.changed, ${SUMS} AS sums, b.times_sent, b.reason, b.parent_reason,
      b.date_order, b.date_order_because, b.inspection -> 'openDates' AS open_dates, v.mapping_id::text, v.version AS mapping_version,
      coalesce((SELECT k.sums FROM import_batch k WHERE k.parent_id = b.id AND k.parent_reason = 'correction' AND k.state = 'done'
        ORDER BY k.number DESC LIMIT 1), '[]') AS corrected_sums,
      (SELECT count(*)::int FROM import_finding f WHERE f.batch_id = b.id) AS findings,
      (SELECT count(r.corrected_by)::int FROM import_row r WHERE r.batch_id = b.id AND r.status = 'rejected') AS corrected,
      c.name AS customer_name, u.name AS uploaded_by, b.created_at, b.finished_at
    FROM import_batch b LEFT JOIN customer c ON c.id = b.customer_id LEFT JOIN app_user u ON u.id = b.uploaded_by
    LEFT JOIN column_mapping_version v ON v.id = b.mapping_version_id
    WHERE b.id = ${id}::uuid AND ${batchesOf(actor)}`)
  if (!head) return null
  const [preview, staged] = await Promise.all([
    select<StagedPreview>(sql`
      SELECT r.row_no, r.kind, r.position, r.values, c.name AS customer FROM import_row r LEFT JOIN customer c ON c.id = r.customer_id
      WHERE r.batch_id = ${id}::uuid AND r.status = 'staged' ORDER BY r.row_no LIMIT ${PREVIEW_ROWS}`),
    select<{ kind: string; count: number }>(sql`
      SELECT kind, count(*)::int AS count FROM import_row WHERE batch_id = ${id}::uuid AND status = 'staged' GROUP BY kind ORDER BY kind`),
  ])
  return { ...head, preview, staged }
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
