import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'sent-invoice',
  table: 'sent_invoice',
  key: { customer_id: sql`r.customer_id`, number_key: sql`comparison_key(r.values ->> 'number')` },
  lines: { table: 'sent_invoice_line', parent: 'sent_invoice_id' },
}

/** Takes over staged invoices as they were sent to the customer. */
export async function commitSentInvoices(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO sent_invoice AS t (customer_id, number, number_key, invoiced_on, currency, po_number, po_key, net_days, discount_ppm,
      discount_days, total_minor, carrier, bol_key, group_control, set_control, fingerprint, batch_id, position)
    SELECT r.customer_id, v.number, comparison_key(v.number), v."invoicedOn", coalesce(substring(v.currency from '^[A-Z]{3}$'), c.currency),
      v."poNumber", comparison_key(v."poNumber"), v."netDays", v."discountPpm", v."discountDays", v."totalMinor", v.carrier,
      comparison_key(v.bol), v."groupControl", v."setControl", r.fingerprint, r.batch_id, r.position
    FROM import_row r
    JOIN customer c ON c.id = r.customer_id
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(number text, "invoicedOn" date, currency text, "poNumber" text, "netDays" int,
      "discountPpm" int, "discountDays" int, "totalMinor" bigint, carrier text, bol text, "groupControl" text, "setControl" text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (customer_id, number_key) DO UPDATE SET number = excluded.number, invoiced_on = excluded.invoiced_on,
      currency = excluded.currency, po_number = excluded.po_number, po_key = excluded.po_key, net_days = excluded.net_days,
      discount_ppm = excluded.discount_ppm, discount_days = excluded.discount_days, total_minor = excluded.total_minor,
      carrier = excluded.carrier, bol_key = excluded.bol_key, group_control = excluded.group_control, set_control = excluded.set_control, fingerprint = excluded.fingerprint, batch_id = excluded.batch_id,
      position = excluded.position, version = t.version + 1`)
  await scope.tx.$executeRaw(sql`
    INSERT INTO sent_invoice_line (sent_invoice_id, customer_id, line, item_id, upc, quantity, unit, price_micros, allowance_minor,
      agreement_number, position)
    SELECT t.id, r.customer_id, l.line, find_item(r.customer_id, l.upc, l."vendorPart", l."customerItem"), l.upc, l.quantity, l.unit,
      l."priceMicros", l."allowanceMinor", l."agreementNumber", l.position
    FROM import_row r
    JOIN sent_invoice t ON t.customer_id = r.customer_id AND t.number_key = comparison_key(r.values ->> 'number')
    CROSS JOIN LATERAL jsonb_to_recordset(r.values -> 'lines') AS l(line text, upc text, "vendorPart" text, "customerItem" text,
      quantity bigint, unit text, "priceMicros" bigint, "allowanceMinor" bigint, "agreementNumber" text, position text)
    WHERE ${stagedRows(batchId, RECORD.kind)}`)
  await acceptRows(scope, batchId, RECORD.kind)
}
