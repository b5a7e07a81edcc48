import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, markKnownFacts, stagedRows } from '@/server/staged-rows'

const FACT = { kind: 'carrier-event', table: 'carrier_event', key: { carrier: sql`r.values ->> 'carrier'` } }

/** Takes over staged statuses of carriers, each once. Their times carry no zone and are kept as they stand. */
export async function commitCarrierEvents(scope: Scope, batchId: string): Promise<void> {
  await markKnownFacts(scope, batchId, FACT)
  await scope.tx.$executeRaw(sql`
    INSERT INTO carrier_event (carrier, pro, pro_key, bol, bol_key, po_key, delivery_key, status, reason, happened_at, cartons, fingerprint,
      occurrence, batch_id, position)
    SELECT v.carrier, v.pro, comparison_key(v.pro), v.bol, comparison_key(v.bol), comparison_key(v."poNumber"),
      comparison_key(v."deliveryNumber"), v.status, v.reason, v."happenedAt" AT TIME ZONE 'UTC', v.cartons, r.fingerprint, r.occurrence,
      r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(carrier text, pro text, bol text, "poNumber" text, "deliveryNumber" text,
      status text, reason text, "happenedAt" timestamp, cartons int)
    WHERE ${stagedRows(batchId, FACT.kind)}`)
  await acceptRows(scope, batchId, FACT.kind)
}
