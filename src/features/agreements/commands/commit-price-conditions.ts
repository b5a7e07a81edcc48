import { MATERIAL_OF_ROW } from '@/features/items/commands/material-of-row'
import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, rejectRows, stagedRows } from '@/server/staged-rows'

// A list that names the customer by its code holds the prices of its only account.
const ACCOUNT = sql`coalesce(comparison_key(r.values ->> 'account'),
  (SELECT min(a.account_key) FROM customer_account a WHERE a.customer_id = r.customer_id HAVING count(*) = 1), '')`

const RECORD = {
  kind: 'price-condition',
  table: 'price_condition',
  key: {
    customer_id: sql`r.customer_id`,
    account_key: ACCOUNT,
    item_id: MATERIAL_OF_ROW,
    valid_from: sql`(r.values ->> 'validFrom')::date`,
  },
  hasVersion: false,
}

/** Takes over agreed prices by account, article and first day. */
export async function commitPriceConditions(scope: Scope, batchId: string): Promise<void> {
  const { kind } = RECORD
  await rejectRows(scope, batchId, kind, 'intake/unknown-item', sql`${MATERIAL_OF_ROW} IS NULL`)
  await rejectRows(scope, batchId, kind, 'intake/unknown-currency', sql`r.values ->> 'currency' !~ '^[A-Z]{3}$'`)
  await rejectRows(scope, batchId, kind, 'intake/dates-out-of-order', sql`r.values ->> 'validFrom' > r.values ->> 'validTo'`)
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO price_condition (customer_id, account_key, item_id, valid_from, valid_to, price_micros, currency, created_on, fingerprint,
      batch_id, position)
    SELECT r.customer_id, ${ACCOUNT}, ${MATERIAL_OF_ROW}, v."validFrom", v."validTo", v."priceMicros", v.currency, v."createdOn",
      r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("validFrom" date, "validTo" date, "priceMicros" bigint, currency text, "createdOn" date)
    WHERE ${stagedRows(batchId, kind)}
    ON CONFLICT (customer_id, account_key, item_id, valid_from) DO UPDATE SET valid_to = excluded.valid_to,
      price_micros = excluded.price_micros, currency = excluded.currency, created_on = excluded.created_on,
      fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position`)
  await acceptRows(scope, batchId, kind)
}
