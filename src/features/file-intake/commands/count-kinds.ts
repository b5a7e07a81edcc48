import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'

/** Adds what became of the rows of some batches, by kind, before the rows that were taken over leave the staging table. */
export async function countKinds({ tx }: Scope, batchIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO import_kind_count AS k (batch_id, kind, accepted, duplicate)
    SELECT batch_id, kind, count(*) FILTER (WHERE status = 'accepted'), count(*) FILTER (WHERE status = 'duplicate')
    FROM import_row WHERE batch_id = ANY(${batchIds}::uuid[]) AND status IN ('accepted', 'duplicate') GROUP BY batch_id, kind
    ON CONFLICT (batch_id, kind) DO UPDATE SET accepted = k.accepted + excluded.accepted, duplicate = k.duplicate + excluded.duplicate`)
}
