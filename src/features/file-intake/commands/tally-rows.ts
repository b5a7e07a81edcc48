import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'

/** Adds what became of the rows of some batches to their counts: what was taken over before has left the staging table. */
export async function tallyRows({ tx }: Scope, batchIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE import_batch b SET accepted = b.accepted + n.accepted, duplicate = b.duplicate + n.duplicate, customer_id =
      CASE WHEN n.customers = 0 THEN b.customer_id WHEN n.customers = 1 AND (b.accepted + b.duplicate = 0 OR b.customer_id = n.customer_id) THEN n.customer_id END
    FROM (
      SELECT batch_id, count(*) FILTER (WHERE status = 'accepted') AS accepted, count(*) FILTER (WHERE status = 'duplicate') AS duplicate,
        count(DISTINCT customer_id) AS customers, (array_agg(customer_id) FILTER (WHERE customer_id IS NOT NULL))[1] AS customer_id
      FROM import_row WHERE batch_id = ANY(${[...batchIds]}::uuid[]) GROUP BY batch_id
    ) n WHERE b.id = n.batch_id`)
  await tx.$executeRaw(sql`
    INSERT INTO import_overlap AS o (batch_id, earlier_batch_id, rows)
    SELECT batch_id, duplicate_of, count(*) FROM import_row
    WHERE batch_id = ANY(${[...batchIds]}::uuid[]) AND status = 'duplicate' AND duplicate_of <> batch_id GROUP BY batch_id, duplicate_of
    ON CONFLICT (batch_id, earlier_batch_id) DO UPDATE SET rows = o.rows + excluded.rows`)
}
