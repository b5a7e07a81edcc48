import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'ship-notice',
  table: 'ship_notice',
  key: { customer_id: sql`r.customer_id`, number_key: sql`comparison_key(r.values ->> 'number')` },
  lines: { table: 'ship_notice_line', parent: 'ship_notice_id' },
}

/** Takes over staged ship notices. The time of sending is the customer's local time: it decides whether the notice was late. */
export async function commitShipNotices(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO ship_notice AS t (customer_id, number, number_key, sent_at, shipped_on, expected_on, carrier, bol, bol_key, pro, pro_key,
      cartons, group_control, set_control, fingerprint, batch_id, position)
    SELECT r.customer_id, v.number, comparison_key(v.number), v."sentAt" AT TIME ZONE c.time_zone, v."shippedOn", v."expectedOn", v.carrier,
      v.bol, comparison_key(v.bol), v.pro, comparison_key(v.pro), v.cartons, v."groupControl", v."setControl", r.fingerprint, r.batch_id, r.position
    FROM import_row r
    JOIN customer c ON c.id = r.customer_id
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(number text, "sentAt" timestamp, "shippedOn" date, "expectedOn" date, carrier text,
      bol text, pro text, cartons int, "groupControl" text, "setControl" text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (customer_id, number_key) DO UPDATE SET number = excluded.number, sent_at = excluded.sent_at,
      shipped_on = excluded.shipped_on, expected_on = excluded.expected_on, carrier = excluded.carrier, bol = excluded.bol,
      bol_key = excluded.bol_key, pro = excluded.pro, pro_key = excluded.pro_key, cartons = excluded.cartons, group_control = excluded.group_control, set_control = excluded.set_control,
      fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position, version = t.version + 1`)
  await scope.tx.$executeRaw(sql`
    INSERT INTO ship_notice_line (ship_notice_id, customer_id, po_number, po_key, line, item_id, upc, quantity, unit, cartons, position)
    SELECT n.id, r.customer_id, l."poNumber", comparison_key(l."poNumber"), l.line,
      find_item(r.customer_id, l.upc, l."vendorPart", l."customerItem"), l.upc, l.quantity, l.unit, l.cartons, l.position
    FROM import_row r
    JOIN ship_notice n ON n.customer_id = r.customer_id AND n.number_key = comparison_key(r.values ->> 'number')
    CROSS JOIN LATERAL jsonb_to_recordset(r.values -> 'lines') AS l("poNumber" text, line text, upc text, "vendorPart" text,
      "customerItem" text, quantity bigint, unit text, cartons int, position text)
    WHERE ${stagedRows(batchId, RECORD.kind)}`)
  await acceptRows(scope, batchId, RECORD.kind)
}
