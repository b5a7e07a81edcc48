import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'load-tender',
  table: 'load_tender',
  key: { carrier: sql`r.values ->> 'carrier'`, number_key: sql`comparison_key(r.values ->> 'number')` },
  lines: { table: 'load_tender_reference', parent: 'load_tender_id' },
}

// A tender names deliveries and orders of ours; the first that is known tells whose goods it carries.
const CUSTOMER = sql`coalesce(r.customer_id,
  (SELECT d.customer_id FROM jsonb_to_recordset(r.values -> 'references') AS l("idKind" text, "idText" text)
    JOIN delivery_line d ON d.number_key = comparison_key(l."idText") WHERE l."idKind" = 'delivery' LIMIT 1),
  (SELECT s.customer_id FROM jsonb_to_recordset(r.values -> 'references') AS l("idKind" text, "idText" text)
    JOIN sales_order_line s ON s.po_key = comparison_key(l."idText") WHERE l."idKind" = 'po' LIMIT 1))`

/** Takes over staged load tenders with the numbers they link; a changed tender of the same load is a new version. */
export async function commitLoadTenders(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO load_tender AS t (customer_id, carrier, number, number_key, purpose, tendered_on, pickup_on, deliver_on, stops, amount_minor,
      currency, fingerprint, batch_id, position)
    SELECT ${CUSTOMER}, v.carrier, v.number, comparison_key(v.number), v.purpose, v."tenderedOn", v."pickupOn", v."deliverOn", v.stops,
      v."amountMinor", substring(v.currency from '^[A-Z]{3}$'), r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(carrier text, number text, purpose text, "tenderedOn" date, "pickupOn" date,
      "deliverOn" date, stops int, "amountMinor" bigint, currency text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (carrier, number_key) DO UPDATE SET customer_id = coalesce(excluded.customer_id, t.customer_id), number = excluded.number,
      purpose = excluded.purpose, tendered_on = excluded.tendered_on, pickup_on = excluded.pickup_on, deliver_on = excluded.deliver_on,
      stops = excluded.stops, amount_minor = excluded.amount_minor, currency = excluded.currency, fingerprint = excluded.fingerprint,
      batch_id = excluded.batch_id, position = excluded.position, version = t.version + 1`)
  await scope.tx.$executeRaw(sql`
    INSERT INTO load_tender_reference (load_tender_id, id_kind, id_text, id_key, position)
    SELECT DISTINCT ON (t.id, l."idKind", comparison_key(l."idText")) t.id, l."idKind", l."idText", comparison_key(l."idText"), l.position
    FROM import_row r
    JOIN load_tender t ON t.carrier = r.values ->> 'carrier' AND t.number_key = comparison_key(r.values ->> 'number')
    CROSS JOIN LATERAL jsonb_to_recordset(r.values -> 'references') AS l("idKind" text, "idText" text, position text)
    WHERE ${stagedRows(batchId, RECORD.kind)} AND comparison_key(l."idText") <> ''
    ORDER BY t.id, l."idKind", comparison_key(l."idText"), l.position`)
  await acceptRows(scope, batchId, RECORD.kind)
}
