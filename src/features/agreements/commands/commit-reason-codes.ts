import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'reason-code',
  table: 'reason_code',
  key: { customer_id: sql`r.customer_id`, code_key: sql`comparison_key(r.values ->> 'code')` },
  hasVersion: false,
}

/** Takes over the customers' reason codes. Our category of a code is set by people and stays. */
export async function commitReasonCodes(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO reason_code (customer_id, code, code_key, x12_code, edifact_code, text, fingerprint, batch_id, position)
    SELECT r.customer_id, v.code, comparison_key(v.code), v."x12Code", v."edifactCode", v.text, r.fingerprint, r.batch_id, r.position
    FROM import_row r CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(code text, "x12Code" text, "edifactCode" text, text text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (customer_id, code_key) DO UPDATE SET code = excluded.code, x12_code = excluded.x12_code,
      edifact_code = excluded.edifact_code, text = excluded.text, fingerprint = excluded.fingerprint, batch_id = excluded.batch_id,
      position = excluded.position`)
  await acceptRows(scope, batchId, RECORD.kind)
}
