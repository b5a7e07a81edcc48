import { raw, type Sql, selectIn, sql, type Tx } from '@/server/db/client'
import { matches, type RecordKind, stagedRows } from '@/server/staged-rows'

/** How many of some rows, spread over all that are staged of a kind, say word for word what a record says. */
export async function sayWhatIsKnown(tx: Tx, batchId: string, record: RecordKind, sampleRows: number): Promise<number> {
  const [found] = await selectIn<{ known: number }>(
    tx,
    sql`
    WITH sample AS MATERIALIZED (
      SELECT r.fingerprint FROM (SELECT min(row_no) AS first_no, max(row_no) AS last_no FROM import_row WHERE batch_id = ${batchId}::uuid) span
      CROSS JOIN generate_series(1, ${sampleRows}::int) AS step
      JOIN import_row r ON r.row_no = span.first_no + (span.last_no - span.first_no)::bigint * step / ${sampleRows}::int AND ${stagedRows(batchId, record.kind)}
    )
    SELECT count(*)::int AS known FROM ${raw(record.table)} t WHERE t.fingerprint = ANY(ARRAY(SELECT fingerprint FROM sample))`,
  )
  return found?.known ?? 0
}

/**
 * Named queries that remove staged rows which say what a record says: `gone`, with the record's batch and customer. Only for kinds
 * whose fingerprint holds the whole key. A row stays when another row of the file says something else of the same record: which of
 * them comes last decides.
 */
export function knownRows(batchId: string, record: RecordKind): Sql {
  const staged = stagedRows(batchId, record.kind)
  const table = raw(record.table)
  return sql`
    known AS MATERIALIZED (
      SELECT r.row_no, t.id, t.batch_id, t.customer_id FROM import_row r JOIN ${table} t ON t.fingerprint = r.fingerprint WHERE ${staged}
    ), open_rows AS MATERIALIZED (
      SELECT r.* FROM import_row r LEFT JOIN known k ON k.row_no = r.row_no WHERE ${staged} AND k.row_no IS NULL
    ), doubtful AS MATERIALIZED (
      SELECT t.id FROM open_rows r JOIN ${table} t ON ${matches(record)}
    ), gone AS (
      DELETE FROM import_row r USING known k
      WHERE r.batch_id = ${batchId}::uuid AND r.row_no = k.row_no AND NOT EXISTS (SELECT 1 FROM doubtful d WHERE d.id = k.id)
      RETURNING k.batch_id, k.customer_id
    )`
}
