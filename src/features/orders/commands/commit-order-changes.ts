import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, markKnownFacts, stagedRows } from '@/server/staged-rows'
import { replayAddedLines } from './replay-added-lines'

const FACT = {
  kind: 'order-change',
  table: 'order_change',
  key: { customer_id: sql`r.customer_id`, po_key: sql`comparison_key(r.values ->> 'poNumber')` },
}

/** Takes over staged order changes, each once, and adds the lines that they add. */
export async function commitOrderChanges(scope: Scope, batchId: string): Promise<void> {
  await markKnownFacts(scope, batchId, FACT)
  await scope.tx.$executeRaw(sql`
    INSERT INTO order_change (customer_id, po_number, po_key, changed_on, line, code, quantity_new, quantity_delta, price_micros_new,
      customer_item, upc, vendor_part, unit, pack, fingerprint, occurrence, batch_id, position)
    SELECT r.customer_id, v."poNumber", comparison_key(v."poNumber"), v."changedOn", v.line, v.code, v."quantityNew", v."quantityDelta",
      v."priceMicrosNew", v."customerItem", v.upc, v."vendorPart", v.unit, v.pack, r.fingerprint, r.occurrence, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("poNumber" text, "changedOn" date, line text, code text, "quantityNew" bigint,
      "quantityDelta" bigint, "priceMicrosNew" bigint, "customerItem" text, upc text, "vendorPart" text, unit text, pack int)
    WHERE ${stagedRows(batchId, FACT.kind)}`)
  await acceptRows(scope, batchId, FACT.kind)
  await replayAddedLines(scope, sql`SELECT customer_id, po_key FROM order_change WHERE batch_id = ${batchId}::uuid`)
}
