import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, markKnownFacts, stagedRows } from '@/server/staged-rows'

const FACT = { kind: 'stock-report', table: 'stock_report', key: { customer_id: sql`r.customer_id` } }

/** Takes over customers' stock on hand, each report once. */
export async function commitStockReports(scope: Scope, batchId: string): Promise<void> {
  await markKnownFacts(scope, batchId, FACT)
  await scope.tx.$executeRaw(sql`
    INSERT INTO stock_report (customer_id, location, item_id, reported_on, quantity, fingerprint, occurrence, batch_id, position)
    SELECT r.customer_id, v.location, find_item(r.customer_id, v.upc, v."vendorPart", v."customerItem"), v."reportedOn", v.quantity,
      r.fingerprint, r.occurrence, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(location text, upc text, "vendorPart" text, "customerItem" text, "reportedOn" date,
      quantity bigint)
    WHERE ${stagedRows(batchId, FACT.kind)}`)
  await acceptRows(scope, batchId, FACT.kind)
}
