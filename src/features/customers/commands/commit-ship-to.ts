import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'ship-to',
  table: 'ship_to',
  key: { customer_id: sql`r.customer_id`, number: sql`r.values ->> 'number'` },
  hasVersion: false,
}

/** Takes over staged ship-to parties: stores and distribution centres. */
export async function commitShipTo(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO ship_to (customer_id, account, account_key, number, name, city, region, postal_code, gln, fingerprint, batch_id, position)
    SELECT r.customer_id, v."shipToAccount", comparison_key(v."shipToAccount"), v.number, v.name, v.city, v.region, v."postalCode", v.gln,
      r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("shipToAccount" text, number text, name text, city text, region text,
      "postalCode" text, gln text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (customer_id, number) DO UPDATE SET account = excluded.account, account_key = excluded.account_key, name = excluded.name,
      city = excluded.city, region = excluded.region, postal_code = excluded.postal_code, gln = excluded.gln,
      fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position`)
  await acceptRows(scope, batchId, RECORD.kind)
}
