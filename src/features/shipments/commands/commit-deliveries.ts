import { MATERIAL_OF_ROW } from '@/features/items/commands/material-of-row'
import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, rejectRows, stagedRows } from '@/server/staged-rows'
import { linkWaitingPapers } from './link-waiting-papers'

export const DELIVERY_LINE = {
  kind: 'delivery-line',
  table: 'delivery_line',
  key: { number_key: sql`comparison_key(r.values ->> 'number')`, line: sql`ltrim(r.values ->> 'line', '0')` },
  isLookedUp: true,
}

/** Takes over staged items of our deliveries; a later list that says something else makes a new version. */
export async function commitDeliveries(scope: Scope, batchId: string): Promise<void> {
  await findCustomers(scope, batchId)
  await rejectRows(scope, batchId, DELIVERY_LINE.kind, 'intake/unknown-customer', sql`r.customer_id IS NULL`)
  await prepareRecords(scope, batchId, DELIVERY_LINE)
  await scope.tx.$executeRaw(sql`
    INSERT INTO delivery_line AS t (customer_id, number, number_key, line, sales_order_key, po_number, po_key, ship_to_key, item_id, material,
      quantity, unit, planned_issue_on, issued_on, issue_status, bol, bol_key, carrier, pro, pro_key, cartons, plant, fingerprint, batch_id,
      position)
    SELECT r.customer_id, v.number, comparison_key(v.number), ltrim(v.line, '0'), comparison_key(v."salesOrder"), v."poNumber",
      comparison_key(v."poNumber"), comparison_key(v."shipTo"), ${MATERIAL_OF_ROW}, v.material, v.quantity, coalesce(v.unit, 'EA'),
      v."plannedIssueOn", v."issuedOn", v."issueStatus", v.bol, comparison_key(v.bol), v.carrier, v.pro, comparison_key(v.pro), v.cartons,
      v.plant, r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(number text, line text, "salesOrder" text, "poNumber" text, "shipTo" text,
      material text, quantity bigint, unit text, "plannedIssueOn" date, "issuedOn" date, "issueStatus" text, bol text, carrier text, pro text,
      cartons int, plant text)
    WHERE ${stagedRows(batchId, DELIVERY_LINE.kind)}
    ON CONFLICT (number_key, line) DO UPDATE SET customer_id = excluded.customer_id, sales_order_key = excluded.sales_order_key,
      po_number = excluded.po_number, po_key = excluded.po_key, ship_to_key = excluded.ship_to_key, item_id = excluded.item_id,
      material = excluded.material, quantity = excluded.quantity, unit = excluded.unit, planned_issue_on = excluded.planned_issue_on,
      issued_on = excluded.issued_on, issue_status = excluded.issue_status, bol = excluded.bol, bol_key = excluded.bol_key,
      carrier = excluded.carrier, pro = excluded.pro, pro_key = excluded.pro_key, cartons = excluded.cartons, plant = excluded.plant,
      fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position, version = t.version + 1`)
  await acceptRows(scope, batchId, DELIVERY_LINE.kind)
  await linkWaitingPapers(scope)
}

// The list names no sold-to party: the ship-to party, an account that is its own ship-to, or the sales order tells.
async function findCustomers({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE import_row r SET customer_id = coalesce(
      (SELECT s.customer_id FROM sales_order_line s WHERE s.number_key = comparison_key(r.values ->> 'salesOrder') LIMIT 1),
      (SELECT s.customer_id FROM ship_to s WHERE s.account_key = comparison_key(r.values ->> 'shipTo') LIMIT 1),
      (SELECT a.customer_id FROM customer_account a WHERE a.account_key = comparison_key(r.values ->> 'shipTo')))
    WHERE ${stagedRows(batchId, DELIVERY_LINE.kind)} AND r.customer_id IS NULL`)
}
