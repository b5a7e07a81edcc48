import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, rejectRows, stagedRows } from '@/server/staged-rows'

export const SALES_ORDER_LINE = {
  kind: 'sales-order-line',
  table: 'sales_order_line',
  key: { number_key: sql`comparison_key(r.values ->> 'number')`, line: sql`ltrim(r.values ->> 'line', '0')` },
  isLookedUp: true,
}

// Value by value: a record made of each row costs more than all else that is done to it.
const LINE_OF_ROW = sql`CROSS JOIN LATERAL (
  SELECT r.values ->> 'number' AS number, r.values ->> 'line' AS line, (r.values ->> 'orderedOn')::date AS "orderedOn",
    r.values ->> 'poNumber' AS "poNumber", r.values ->> 'account' AS account, r.values ->> 'shipTo' AS "shipTo",
    r.values ->> 'material' AS material, (r.values ->> 'quantity')::bigint AS quantity, r.values ->> 'unit' AS unit,
    (r.values ->> 'priceMicros')::bigint AS "priceMicros", (r.values ->> 'netMinor')::bigint AS "netMinor",
    r.values ->> 'currency' AS currency, (r.values ->> 'requestedOn')::date AS "requestedOn", r.values ->> 'terms' AS terms,
    r.values ->> 'status' AS status
) v`

/** Takes over staged items of our sales orders; a later list that says something else makes a new version. */
export async function commitSalesOrders(scope: Scope, batchId: string): Promise<void> {
  await rejectRows(scope, batchId, SALES_ORDER_LINE.kind, 'intake/unknown-currency', sql`r.values ->> 'currency' !~ '^[A-Z]{3}$'`)
  await prepareRecords(scope, batchId, SALES_ORDER_LINE)
  await scope.tx.$executeRaw(sql`
    INSERT INTO sales_order_line AS t (customer_id, number, number_key, line, ordered_on, po_number, po_key, sold_to_key, ship_to_key,
      item_id, material, quantity, unit, price_micros, net_minor, currency, requested_on, terms, status, fingerprint, batch_id, position)
    SELECT r.customer_id, v.number, comparison_key(v.number), ltrim(v.line, '0'), v."orderedOn", v."poNumber", comparison_key(v."poNumber"),
      comparison_key(v.account), comparison_key(v."shipTo"), i.id, v.material, v.quantity, coalesce(v.unit, 'EA'),
      v."priceMicros", v."netMinor", v.currency, v."requestedOn", v.terms, v.status, r.fingerprint, r.batch_id, r.position
    FROM import_row r
    ${LINE_OF_ROW}
    LEFT JOIN item i ON i.material_key = comparison_key(v.material)
    WHERE ${stagedRows(batchId, SALES_ORDER_LINE.kind)}
    ON CONFLICT (number_key, line) DO UPDATE SET customer_id = excluded.customer_id, ordered_on = excluded.ordered_on,
      po_number = excluded.po_number, po_key = excluded.po_key, sold_to_key = excluded.sold_to_key, ship_to_key = excluded.ship_to_key,
      item_id = excluded.item_id, material = excluded.material, quantity = excluded.quantity, unit = excluded.unit,
      price_micros = excluded.price_micros, net_minor = excluded.net_minor, currency = excluded.currency,
      requested_on = excluded.requested_on, terms = excluded.terms, status = excluded.status, fingerprint = excluded.fingerprint,
      batch_id = excluded.batch_id, position = excluded.position, version = t.version + 1`)
  await acceptRows(scope, batchId, SALES_ORDER_LINE.kind)
}
