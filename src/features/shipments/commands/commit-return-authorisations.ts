import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'return-authorisation',
  table: 'return_authorisation',
  key: {
    customer_id: sql`r.customer_id`,
    number_key: sql`comparison_key(r.values ->> 'number')`,
    line: sql`r.values ->> 'line'`,
  },
  hasVersion: false,
}

/** Takes over staged return authorisations: what may come back, at which price. */
export async function commitReturnAuthorisations(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO return_authorisation (customer_id, number, number_key, authorised_on, po_key, invoice_key, item_id, line, quantity,
      price_micros, fingerprint, batch_id, position)
    SELECT r.customer_id, v.number, comparison_key(v.number), v."authorisedOn", comparison_key(v."poNumber"),
      comparison_key(v."invoiceNumber"), find_item(r.customer_id, v.upc, v."vendorPart", v."customerItem"), v.line, v.quantity,
      v."priceMicros", r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(number text, "authorisedOn" date, "poNumber" text, "invoiceNumber" text, upc text,
      "vendorPart" text, "customerItem" text, line text, quantity bigint, "priceMicros" bigint)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (customer_id, number_key, line) DO UPDATE SET number = excluded.number, authorised_on = excluded.authorised_on,
      po_key = excluded.po_key, invoice_key = excluded.invoice_key, item_id = excluded.item_id, quantity = excluded.quantity,
      price_micros = excluded.price_micros, fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position`)
  await acceptRows(scope, batchId, RECORD.kind)
}
