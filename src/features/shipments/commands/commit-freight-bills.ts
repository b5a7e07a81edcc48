import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'freight-bill',
  table: 'freight_bill',
  key: { carrier: sql`r.values ->> 'carrier'`, number_key: sql`comparison_key(r.values ->> 'number')` },
  hasVersion: false,
}

/** Takes over staged freight bills, the proof that we paid the carrier. */
export async function commitFreightBills(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO freight_bill (carrier, number, number_key, pro, pro_key, bol_key, po_key, billed_on, amount_minor, currency, fingerprint,
      batch_id, position)
    SELECT v.carrier, v.number, comparison_key(v.number), v.pro, comparison_key(v.pro), comparison_key(v.bol), comparison_key(v."poNumber"),
      v."billedOn", v."amountMinor", coalesce(substring(v.currency from '^[A-Z]{3}$'), 'USD'), r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(carrier text, number text, pro text, bol text, "poNumber" text, "billedOn" date,
      "amountMinor" bigint, currency text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (carrier, number_key) DO UPDATE SET number = excluded.number, pro = excluded.pro, pro_key = excluded.pro_key,
      bol_key = excluded.bol_key, po_key = excluded.po_key, billed_on = excluded.billed_on, amount_minor = excluded.amount_minor,
      currency = excluded.currency, fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position`)
  await acceptRows(scope, batchId, RECORD.kind)
}
