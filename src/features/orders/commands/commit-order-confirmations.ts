import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'order-confirmation',
  table: 'order_confirmation_line',
  key: {
    customer_id: sql`r.customer_id`,
    po_key: sql`comparison_key(r.values ->> 'poNumber')`,
    line: sql`r.values ->> 'line'`,
  },
  hasVersion: false,
}

/** Takes over staged confirmations, line by line; the last word on a line counts, the earlier one is kept as a version. */
export async function commitOrderConfirmations(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO order_confirmation_line (customer_id, po_number, po_key, confirmed_on, line, status, quantity, price_micros, group_control,
      set_control, fingerprint, batch_id, position)
    SELECT r.customer_id, v."poNumber", comparison_key(v."poNumber"), v."confirmedOn", v.line, v.status, v.quantity, v."priceMicros",
      v."groupControl", v."setControl", r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("poNumber" text, "confirmedOn" date, line text, status text, quantity bigint,
      "priceMicros" bigint, "groupControl" text, "setControl" text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (customer_id, po_key, line) DO UPDATE SET po_number = excluded.po_number, confirmed_on = excluded.confirmed_on,
      status = excluded.status, quantity = excluded.quantity, price_micros = excluded.price_micros,
      group_control = excluded.group_control, set_control = excluded.set_control, fingerprint = excluded.fingerprint,
      batch_id = excluded.batch_id, position = excluded.position`)
  await acceptRows(scope, batchId, RECORD.kind)
}
