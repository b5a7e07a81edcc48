import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'dispute-window',
  table: 'dispute_window',
  key: { customer_id: sql`r.customer_id`, category: sql`r.values ->> 'type'`, anchor: sql`r.values ->> 'anchor'` },
  hasVersion: false,
}

/** Takes over how long a customer accepts disputes; another number of days for the same type and anchor replaces the old one. */
export async function commitDisputeWindows(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    UPDATE dispute_window t SET days = (r.values ->> 'days')::int, fingerprint = r.fingerprint, batch_id = r.batch_id, position = r.position
    FROM import_row r
    WHERE ${stagedRows(batchId, RECORD.kind)} AND t.customer_id = r.customer_id AND t.category = r.values ->> 'type'
      AND t.anchor = r.values ->> 'anchor'`)
  await scope.tx.$executeRaw(sql`
    INSERT INTO dispute_window (customer_id, category, days, anchor, fingerprint, batch_id, position)
    SELECT r.customer_id, v.type, v.days, v.anchor, r.fingerprint, r.batch_id, r.position
    FROM import_row r CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(type text, days int, anchor text)
    WHERE ${stagedRows(batchId, RECORD.kind)} AND NOT EXISTS (SELECT 1 FROM dispute_window t
      WHERE t.customer_id = r.customer_id AND t.category = v.type AND t.anchor = v.anchor)`)
  await acceptRows(scope, batchId, RECORD.kind)
}
