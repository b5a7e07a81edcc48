import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'

/**
 * Tells the rows that were rejected before what became of them: taken over with a correction, or still wrong, then with the newest
 * reason and the newest cells. They stay counted where they were rejected, in the staging table proper: a part of a long file is
 * laid out in a table of the same name. A row of several lines settles all of them.
 */
export async function settleCorrections({ tx }: Scope, batchIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    WITH came AS (
      SELECT b.id, b.parent_id, r.position, r.values FROM import_batch b JOIN import_row r ON r.batch_id = b.id
      WHERE b.id = ANY(${batchIds}::uuid[]) AND b.parent_reason = 'correction' AND r.status IN ('accepted', 'duplicate')
    ), places AS (
      SELECT id, parent_id, position FROM came
      UNION SELECT id, parent_id, inside #>> '{}' FROM came CROSS JOIN LATERAL jsonb_path_query(values, 'lax $.**.position') AS inside
    )
    UPDATE public.import_row p SET corrected_by = places.id FROM places
    WHERE p.batch_id = places.parent_id AND p.position = places.position AND p.status = 'rejected' AND p.corrected_by IS NULL`)
  await tx.$executeRaw(sql`
    UPDATE public.import_row p SET kind = r.kind, reason = r.reason, values = r.values, customer_id = r.customer_id
    FROM import_batch b JOIN import_row r ON r.batch_id = b.id
    WHERE b.id = ANY(${batchIds}::uuid[]) AND b.parent_reason = 'correction' AND r.status = 'rejected'
      AND p.batch_id = b.parent_id AND p.position = r.position AND p.status = 'rejected' AND p.corrected_by IS NULL`)
}
