import type * as z from 'zod'
import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import type { ImportReportItem } from '../schemas'
import { batchesOf } from './batches-of'
import { findPartIds } from './find-import-parts'

export type ImportReport = z.output<typeof ImportReportItem>

type Row = Omit<ImportReport, 'rows' | 'totals'> & {
  read: number
  accepted: number
  duplicate: number
  rejected: number
  blank: number
  own: string | null
  computed: string | null
}

const REJECTED_MAX = 200

/** The reports of some batches, in the order asked for; those the actor does not see are left out. */
export async function findImportReport(actor: Actor, batchIds: readonly string[]): Promise<ImportReport[]> {
  const rows = await select<Row>(sql`
    SELECT b.id::text, coalesce(b.path, b.file_name) AS file, b.kind, b.sha256, b.state AS status, b.rows_read AS read, b.accepted, b.duplicate,
      b.rejected, b.blank, b.own_total AS own, b.computed_total AS computed, b.reason, b.changed, b.times_sent AS "timesSent", b.parent_id::text AS parent,
      coalesce((SELECT jsonb_agg(jsonb_build_object('position', f.position, 'field', f.field, 'code', f.code, 'message', f.message) ORDER BY f.id)
        FROM import_finding f WHERE f.batch_id = b.id), '[]')
      || coalesce((SELECT jsonb_agg(r.finding) FROM (
        SELECT jsonb_build_object('position', r.position, 'field', coalesce(r.values ->> 'field', 'row'), 'code', coalesce(r.reason, 'rejected'),
          'message', coalesce(r.values ->> 'message', r.reason, 'rejected')) AS finding
        FROM import_row r WHERE r.batch_id = b.id AND r.status = 'rejected' ORDER BY r.row_no LIMIT ${REJECTED_MAX}) r), '[]') AS findings
    FROM import_batch b
    WHERE b.id = ANY(${[...batchIds]}::uuid[]) AND ${batchesOf(actor)}
    ORDER BY array_position(${[...batchIds]}::uuid[], b.id)`)
  return rows.map(({ read, accepted, duplicate, rejected, blank, own, computed, ...batch }) => ({
    ...batch,
    rows: { read, accepted, duplicate, rejected, blank },
    totals: { own, computed },
  }))
}

/** The reports of some batches, followed by those of everything that was unpacked from them. */
export async function findReportWithParts(actor: Actor, batchIds: readonly string[]): Promise<ImportReport[]> {
  return findImportReport(actor, [...new Set([...batchIds, ...(await findPartIds(actor, batchIds))])])
}
