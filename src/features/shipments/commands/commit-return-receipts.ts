import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, markKnownFacts, stagedRows } from '@/server/staged-rows'

const FACT = {
  kind: 'return-receipt',
  table: 'return_receipt',
  key: { customer_id: sql`r.customer_id`, rga_key: sql`comparison_key(r.values ->> 'rgaNumber')` },
}

/** Takes over what the warehouse counted of returned goods, each count once. */
export async function commitReturnReceipts(scope: Scope, batchId: string): Promise<void> {
  await markKnownFacts(scope, batchId, FACT)
  await scope.tx.$executeRaw(sql`
    INSERT INTO return_receipt (customer_id, rga_number, rga_key, received_on, item_id, quantity, condition, plant, fingerprint, occurrence,
      batch_id, position)
    SELECT r.customer_id, v."rgaNumber", comparison_key(v."rgaNumber"), v."receivedOn",
      coalesce((SELECT i.id FROM item i WHERE i.material_key = comparison_key(v.material)), find_item(r.customer_id, v.upc, NULL, NULL)),
      v.quantity, v.condition, v.plant, r.fingerprint, r.occurrence, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("rgaNumber" text, "receivedOn" date, material text, upc text, quantity bigint,
      condition text, plant text)
    WHERE ${stagedRows(batchId, FACT.kind)}`)
  await acceptRows(scope, batchId, FACT.kind)
}
