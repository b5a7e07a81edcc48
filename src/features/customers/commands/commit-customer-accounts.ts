import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, rejectRows, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'customer-account',
  table: 'customer_account',
  key: { account_key: sql`comparison_key(r.values ->> 'accountNumber')` },
  hasVersion: false,
}

// The parent may be named by its account or its code; it may stand in the same file.
const PARENT = sql`coalesce(
  (SELECT a.customer_id FROM customer_account a WHERE a.account_key = comparison_key(r.values ->> 'parent')),
  (SELECT c.id FROM customer c WHERE c.code = r.values ->> 'parent'))`

/** Takes over staged accounts of customers that pay from many: dealers, branches. */
export async function commitCustomerAccounts(scope: Scope, batchId: string): Promise<void> {
  await rejectRows(scope, batchId, RECORD.kind, 'intake/unknown-customer', sql`${PARENT} IS NULL`)
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO customer_account (customer_id, account, account_key, name, fingerprint, batch_id, position)
    SELECT ${PARENT}, v."accountNumber", comparison_key(v."accountNumber"), v.name, r.fingerprint, r.batch_id, r.position
    FROM import_row r CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("accountNumber" text, name text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (account_key) DO UPDATE SET customer_id = excluded.customer_id, account = excluded.account, name = excluded.name,
      fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position`)
  await acceptRows(scope, batchId, RECORD.kind)
}
