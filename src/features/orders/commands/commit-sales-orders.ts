import { MATERIAL_OF_ROW } from '@/features/items/commands/material-of-row'
import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, rejectRows, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'sales-order-line',
  table: 'sales_order_line',
  key: { number_key: sql`comparison_key(r.values ->> 'number')`, line: sql`ltrim(r.values ->> 'line', '0')` },
}

/** Takes over staged items of our sales orders; a later list that says something else makes a new version. */
export async function commitSalesOrders(scope: Scope, batchId: string): Promise<void> {
  await rejectRows(scope, batchId, RECORD.kind, 'intake/unknown-currency', sql`r.values ->> 'currency' !~ '^[A-Z]{3}$'`)
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO sales_order_line AS t (customer_id, number, number_key, line, ordered_on, po_number, po_key, sold_to_key, ship_to_key,
      item_id, material, quantity, unit, price_micros, net_minor, currency, requested_on, terms, status, fingerprint, batch_id, position)
    SELECT r.customer_id, v.number, comparison_key(v.number), ltrim(v.line, '0'), v."orderedOn", v."poNumber", comparison_key(v."poNumber"),
      comparison_key(v.account), comparison_key(v."shipTo"), ${MATERIAL_OF_ROW}, v.material, v.quantity, coalesce(v.unit, 'EA'),
      v."priceMicros", v."netMinor", v.currency, v."requestedOn", v.terms, v.status, r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(number text, line text, "orderedOn" date, "poNumber" text, account text, "shipTo" text,
      material text, quantity bigint, unit text, "priceMicros" bigint, "netMinor" bigint, currency text, "requestedOn" date, terms text,
      status text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (number_key, line) DO UPDATE SET customer_id = excluded.customer_id, ordered_on = excluded.ordered_on,
      po_number = excluded.po_number, po_key = excluded.po_key, sold_to_key = excluded.sold_to_key, ship_to_key = excluded.ship_to_key,
      item_id = excluded.item_id, material = excluded.material, quantity = excluded.quantity, unit = excluded.unit,
      price_micros = excluded.price_micros, net_minor = excluded.net_minor, currency = excluded.currency,
      requested_on = excluded.requested_on, terms = excluded.terms, status = excluded.status, fingerprint = excluded.fingerprint,
      batch_id = excluded.batch_id, position = excluded.position, version = t.version + 1`)
  await acceptRows(scope, batchId, RECORD.kind)
}
