import type { Actor } from '@/core/actor'
import { ROWS_PER_PAGE } from '@/core/list-page'
import type { ProblemFacts } from '@/core/problem'
import { type Sql, select, sql } from '@/server/db/client'
import { visibleBatch } from './batches-of'

/** One thing that was noticed, or one row that was turned away. `message` is English, for codes without a sentence. */
export type ImportFinding = { position: string; field: string; code: string; message: string; facts: ProblemFacts | null }
export type RejectedRow = ImportFinding & {
  row_no: number
  /** The row as it stood in the file, cells apart by tabs; what was staged of it when it was read and turned away later. */
  text: string
  /** The import that brought the row in after correction. */
  corrected_by: string | null
  corrected_number: number | null
}

export type CodeCount = { code: string; count: number }
export type FindingPage<Row> = { rows: Row[]; total: number; codes: CodeCount[] }

/** Which findings of an import are shown; `code` '' is all. */
export type FindingFilter = { code: string; page: number }

/** One page of what was noticed while a file was read, with the counts of every code. */
export async function findFindings(actor: Actor, batchId: string, filter: FindingFilter): Promise<FindingPage<ImportFinding>> {
  const all = sql`import_finding f WHERE f.batch_id = ${visibleBatch(actor, batchId)}`
  const [rows, codes] = await Promise.all([
    select<ImportFinding>(sql`
      SELECT f.position, f.field, f.code, f.message, f.facts FROM ${all} AND ${ofCode(sql`f.code`, filter.code)}
      ORDER BY f.id LIMIT ${ROWS_PER_PAGE} OFFSET ${(filter.page - 1) * ROWS_PER_PAGE}`),
    select<CodeCount>(sql`SELECT f.code, count(*)::int AS count FROM ${all} GROUP BY f.code ORDER BY count DESC, f.code`),
  ])
  return { rows, codes, total: totalOf(codes, filter.code) }
}

/** One page of the rows that were turned away, those that wait for correction first, with the counts of every reason. */
export async function findRejectedRows(actor: Actor, batchId: string, filter: FindingFilter): Promise<FindingPage<RejectedRow>> {
  const reason = sql`coalesce(r.reason, 'rejected')`
  const all = sql`import_row r LEFT JOIN import_batch c ON c.id = r.corrected_by WHERE r.batch_id = ${visibleBatch(actor, batchId)} AND r.status = 'rejected'`
  const [rows, codes] = await Promise.all([
    select<RejectedRow>(sql`
      SELECT r.row_no, r.position, r.corrected_by::text, c.number AS corrected_number, ${reason} AS code,
        CASE WHEN r.kind = 'unread' THEN coalesce(r.values ->> 'field', '') ELSE ${fieldOfReason} END AS field,
        CASE WHEN r.kind = 'unread' THEN coalesce(r.values ->> 'message', '') ELSE '' END AS message,
        CASE WHEN r.kind = 'unread' THEN r.values -> 'facts' ELSE '{}' END AS facts,
        CASE WHEN r.kind = 'unread' THEN coalesce(r.values ->> 'text', '') ELSE r.values::text END AS text
      FROM ${all} AND ${ofCode(reason, filter.code)}
      ORDER BY r.corrected_by IS NOT NULL, r.row_no LIMIT ${ROWS_PER_PAGE} OFFSET ${(filter.page - 1) * ROWS_PER_PAGE}`),
    select<CodeCount>(sql`SELECT ${reason} AS code, count(*)::int AS count FROM ${all} GROUP BY 1 ORDER BY count DESC, code`),
  ])
  return { rows, codes, total: totalOf(codes, filter.code) }
}

// Rows that could be read were turned away for what one of their fields says.
const fieldOfReason: Sql = sql`CASE r.reason WHEN 'intake/unknown-customer' THEN 'account' WHEN 'intake/customer-not-yours' THEN 'account'
  WHEN 'intake/unknown-item' THEN 'material' WHEN 'intake/unknown-currency' THEN 'currency' WHEN 'intake/unknown-agreement' THEN 'number'
  WHEN 'intake/dates-out-of-order' THEN 'validTo' ELSE 'row' END`

function ofCode(column: Sql, code: string): Sql {
  return code === '' ? sql`TRUE` : sql`${column} = ${code}`
}

function totalOf(codes: readonly CodeCount[], code: string): number {
  return codes.reduce((sum, row) => sum + (code === '' || row.code === code ? row.count : 0), 0)
}
