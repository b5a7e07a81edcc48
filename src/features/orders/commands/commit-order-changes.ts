import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, markKnownFacts, stagedRows } from '@/server/staged-rows'

const FACT = {
  kind: 'order-change',
  table: 'order_change',
  key: { customer_id: sql`r.customer_id`, po_key: sql`comparison_key(r.values ->> 'poNumber')` },
}

/** Takes over staged order changes, each once. */
export async function commitOrderChanges(scope: Scope, batchId: string): Promise<void> {
  await markKnownFacts(scope, batchId, FACT)
  await scope.tx.$executeRaw(sql`
    INSERT INTO order_change (customer_id, po_number, po_key, changed_on, line, code, quantity_new, quantity_delta, price_micros_new,
      fingerprint, occurrence, batch_id, position)
    SELECT r.customer_id, v."poNumber", comparison_key(v."poNumber"), v."changedOn", v.line, v.code, v."quantityNew", v."quantityDelta",
      v."priceMicrosNew", r.fingerprint, r.occurrence, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("poNumber" text, "changedOn" date, line text, code text, "quantityNew" bigint,
      "quantityDelta" bigint, "priceMicrosNew" bigint)
    WHERE ${stagedRows(batchId, FACT.kind)}`)
  await acceptRows(scope, batchId, FACT.kind)
}
