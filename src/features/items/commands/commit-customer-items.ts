import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, rejectRows, stagedRows } from '@/server/staged-rows'
import { MATERIAL_OF_ROW } from './material-of-row'

const RECORD = {
  kind: 'customer-item',
  table: 'customer_item',
  key: { customer_id: sql`r.customer_id`, item_id: MATERIAL_OF_ROW },
  hasVersion: false,
}

/** Takes over the customers' own numbers of our articles. */
export async function commitCustomerItems(scope: Scope, batchId: string): Promise<void> {
  await rejectRows(scope, batchId, RECORD.kind, 'intake/unknown-item', sql`${MATERIAL_OF_ROW} IS NULL`)
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO customer_item (customer_id, item_id, customer_item, customer_item_key, upc, minimum_quantity, listed_from, listed_to, fingerprint, batch_id, position)
    SELECT r.customer_id, ${MATERIAL_OF_ROW}, v."customerItem", comparison_key(v."customerItem"), v.upc, v."minimumQuantity", v."listedFrom", v."listedTo",
      r.fingerprint, r.batch_id, r.position
    FROM import_row r CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("customerItem" text, upc text, "minimumQuantity" bigint, "listedFrom" date, "listedTo" date)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (customer_id, item_id) DO UPDATE SET customer_item = excluded.customer_item,
      customer_item_key = excluded.customer_item_key, upc = excluded.upc, minimum_quantity = excluded.minimum_quantity,
      listed_from = excluded.listed_from, listed_to = excluded.listed_to, fingerprint = excluded.fingerprint,
      batch_id = excluded.batch_id, position = excluded.position`)
  await acceptRows(scope, batchId, RECORD.kind)
}
