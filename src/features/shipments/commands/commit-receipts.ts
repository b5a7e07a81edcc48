import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'receipt',
  table: 'receipt',
  key: {
    customer_id: sql`r.customer_id`,
    number_key: sql`comparison_key(r.values ->> 'number')`,
    po_key: sql`coalesce(comparison_key(r.values ->> 'poNumber'), '')`,
  },
  lines: { table: 'receipt_line', parent: 'receipt_id' },
}

/** Takes over staged receipts: the consignee's own count, one per receipt and order. */
export async function commitReceipts(scope: Scope, batchId: string): Promise<void> {
  await leaveToCount(scope, batchId)
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO receipt AS t (customer_id, number, number_key, received_on, purpose, po_number, po_key, bol, bol_key, location, source,
      fingerprint, batch_id, position)
    SELECT r.customer_id, v.number, comparison_key(v.number), v."receivedOn", v.purpose, v."poNumber",
      coalesce(comparison_key(v."poNumber"), ''), v.bol, comparison_key(v.bol), v.location, v.source, r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(number text, "receivedOn" date, purpose text, "poNumber" text, bol text,
      location text, source text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (customer_id, number_key, po_key) DO UPDATE SET number = excluded.number, received_on = excluded.received_on,
      purpose = excluded.purpose, po_number = excluded.po_number, bol = excluded.bol, bol_key = excluded.bol_key,
      location = excluded.location, source = excluded.source, fingerprint = excluded.fingerprint, batch_id = excluded.batch_id,
      position = excluded.position, version = t.version + 1`)
  await scope.tx.$executeRaw(sql`
    INSERT INTO receipt_line (receipt_id, customer_id, line, item_id, customer_item, upc, received, damaged, position)
    SELECT t.id, r.customer_id, l.line, find_item(r.customer_id, l.upc, l."vendorPart", l."customerItem"), l."customerItem", l.upc,
      l.received, l.damaged, l.position
    FROM import_row r
    JOIN receipt t ON t.customer_id = r.customer_id AND t.number_key = comparison_key(r.values ->> 'number')
      AND t.po_key = coalesce(comparison_key(r.values ->> 'poNumber'), '')
    CROSS JOIN LATERAL jsonb_to_recordset(r.values -> 'lines') AS l(line text, "customerItem" text, upc text, "vendorPart" text,
      received bigint, damaged bigint, position text)
    WHERE ${stagedRows(batchId, RECORD.kind)}`)
  await acceptRows(scope, batchId, RECORD.kind)
}

/** A status report sums up what receipts say one by one: where they are known, it counts nothing a second time. */
async function leaveToCount({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE import_row r SET status = 'duplicate', reason = 'shipments/receipts-known'
    WHERE ${stagedRows(batchId, RECORD.kind)} AND r.values ->> 'source' = 'amazon-status'
      AND EXISTS (SELECT 1 FROM receipt t WHERE t.customer_id = r.customer_id AND t.source <> 'amazon-status'
        AND t.po_key = comparison_key(r.values ->> 'poNumber'))`)
}
