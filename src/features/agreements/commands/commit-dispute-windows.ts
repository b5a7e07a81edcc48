import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'dispute-window',
  table: 'dispute_window',
  key: {
    customer_id: sql`r.customer_id`,
    category: sql`r.values ->> 'type'`,
    anchor: sql`r.values ->> 'anchor'`,
    source: sql`coalesce(r.values ->> 'source', '')`,
  },
  hasVersion: false,
}

/**
 * Takes over how long a customer accepts disputes. Another number of days from the same source replaces the old one; what another source
 * says stands beside it as a conflict, which a person settles.
 */
export async function commitDisputeWindows(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO dispute_window (customer_id, category, days, anchor, source, checked_on, confidence, fingerprint, batch_id, position)
    SELECT r.customer_id, v.type, v.days, v.anchor, coalesce(v.source, ''), v."checkedOn", v.confidence, r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(type text, days int, anchor text, source text, "checkedOn" date, confidence text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (customer_id, category, anchor, source) DO UPDATE SET days = excluded.days, checked_on = excluded.checked_on,
      confidence = excluded.confidence, fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position`)
  await acceptRows(scope, batchId, RECORD.kind)
}
