import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, rejectRows, stagedRows } from '@/server/staged-rows'

const RECORD = { kind: 'agreement', table: 'agreement', key: { number: sql`r.values ->> 'number'` }, hasVersion: false }

/** Takes over programmes agreed with customers. */
export async function commitAgreements(scope: Scope, batchId: string): Promise<void> {
  await rejectRows(scope, batchId, RECORD.kind, 'intake/dates-out-of-order', sql`r.values ->> 'validFrom' > r.values ->> 'validTo'`)
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO agreement (customer_id, number, number_key, kind, family, valid_from, valid_to, rate_ppm, unit_limit_per_order_line,
      claim_days_after_drop, text, fingerprint, batch_id, position)
    SELECT r.customer_id, v.number, comparison_key(v.number), v.kind, v.family, v."validFrom", v."validTo", v."ratePpm",
      v."unitLimitPerOrderLine", v."claimDaysAfterDrop", v.text, r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(number text, kind text, family text, "validFrom" date, "validTo" date, "ratePpm" int,
      "unitLimitPerOrderLine" int, "claimDaysAfterDrop" int, text text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (number) DO UPDATE SET customer_id = excluded.customer_id, kind = excluded.kind, family = excluded.family,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, rate_ppm = excluded.rate_ppm,
      unit_limit_per_order_line = excluded.unit_limit_per_order_line, claim_days_after_drop = excluded.claim_days_after_drop,
      text = excluded.text, fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position`)
  await acceptRows(scope, batchId, RECORD.kind)
}
