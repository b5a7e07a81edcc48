import type { Scope } from '@/server/command'
import { type Sql, selectIn, sql } from '@/server/db/client'

/** What was counted: rejected rows, and a kind of which rows are still staged, if there is one. */
export type Tally = { rejected: number; leftKind: string | null }

/**
 * Adds what became of the rows of some batches to their counts, by kind, and to what they repeat of earlier imports: what was taken
 * over before has left the staging table. The rows are gone through once.
 */
export async function tallyRows(scope: Scope, batchIds: readonly string[]): Promise<Tally> {
  return addCounts(
    scope,
    sql`n AS MATERIALIZED (
      SELECT batch_id, kind, status, duplicate_of, customer_id, count(*) AS rows FROM import_row
      WHERE batch_id = ANY(${[...batchIds]}::uuid[]) GROUP BY batch_id, kind, status, duplicate_of, customer_id
    )`,
  )
}

/** Adds counts: `counts` are named queries, of which `n` has batch_id, kind, status, duplicate_of, customer_id and rows. */
export async function addCounts({ tx }: Scope, counts: Sql): Promise<Tally> {
  const [tally] = await selectIn<Tally>(
    tx,
    sql`WITH ${counts}, tallied AS (
      UPDATE import_batch b SET accepted = b.accepted + t.accepted, duplicate = b.duplicate + t.duplicate, customer_id =
        CASE WHEN t.customers = 0 THEN b.customer_id
          WHEN t.customers = 1 AND (b.accepted + b.duplicate = 0 OR b.customer_id = t.customer_id) THEN t.customer_id END
      FROM (
        SELECT batch_id, coalesce(sum(rows) FILTER (WHERE status = 'accepted'), 0) AS accepted,
          coalesce(sum(rows) FILTER (WHERE status = 'duplicate'), 0) AS duplicate,
          count(DISTINCT customer_id) AS customers, (array_agg(customer_id) FILTER (WHERE customer_id IS NOT NULL))[1] AS customer_id
        FROM n GROUP BY batch_id
      ) t WHERE b.id = t.batch_id
    ), overlapping AS (
      INSERT INTO import_overlap AS o (batch_id, earlier_batch_id, rows)
      SELECT batch_id, duplicate_of, sum(rows) FROM n WHERE status = 'duplicate' AND duplicate_of <> batch_id GROUP BY batch_id, duplicate_of
      ON CONFLICT (batch_id, earlier_batch_id) DO UPDATE SET rows = o.rows + excluded.rows
    ), counted AS (
      INSERT INTO import_kind_count AS k (batch_id, kind, accepted, duplicate)
      SELECT batch_id, kind, coalesce(sum(rows) FILTER (WHERE status = 'accepted'), 0),
        coalesce(sum(rows) FILTER (WHERE status = 'duplicate'), 0)
      FROM n WHERE status IN ('accepted', 'duplicate') GROUP BY batch_id, kind
      ON CONFLICT (batch_id, kind) DO UPDATE SET accepted = k.accepted + excluded.accepted, duplicate = k.duplicate + excluded.duplicate
    )
    SELECT coalesce(sum(rows) FILTER (WHERE status = 'rejected'), 0)::int AS rejected, min(kind) FILTER (WHERE status = 'staged') AS "leftKind"
    FROM n`,
  )
  return tally ?? { rejected: 0, leftKind: null }
}
