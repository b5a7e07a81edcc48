import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = { kind: 'freight-tariff', table: 'freight_tariff', key: { carrier: sql`r.values ->> 'carrier'` }, hasVersion: false }

/** Takes over what carriers charge. */
export async function commitFreightTariffs(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO freight_tariff (carrier, base_minor, per_carton_minor, fingerprint, batch_id, position)
    SELECT v.carrier, v."baseMinor", v."perCartonMinor", r.fingerprint, r.batch_id, r.position
    FROM import_row r CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(carrier text, "baseMinor" bigint, "perCartonMinor" bigint)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (carrier) DO UPDATE SET base_minor = excluded.base_minor, per_carton_minor = excluded.per_carton_minor,
      fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position`)
  await acceptRows(scope, batchId, RECORD.kind)
}
