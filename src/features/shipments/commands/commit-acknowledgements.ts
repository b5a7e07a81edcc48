import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, markKnownFacts, stagedRows } from '@/server/staged-rows'

const FACT = { kind: 'acknowledgement', table: 'acknowledgement', key: { customer_id: sql`r.customer_id` } }

/**
 * Takes over what customers say of the documents we sent, each statement once. The time is the customer's local time; a
 * functional acknowledgement has only that of its envelope.
 */
export async function commitAcknowledgements(scope: Scope, batchId: string): Promise<void> {
  await markKnownFacts(scope, batchId, FACT)
  await scope.tx.$executeRaw(sql`
    INSERT INTO acknowledgement (customer_id, source, set_id, number, number_key, group_control, set_control, outcome, code, errors,
      acknowledged_at, fingerprint, occurrence, batch_id, position)
    SELECT r.customer_id, v.source, v."setId", v.number, comparison_key(v.number), v."group", v."set", v.outcome, v.code,
      coalesce(v.errors, '[]'), coalesce(v."acknowledgedAt", v."envelopeAt") AT TIME ZONE c.time_zone, r.fingerprint, r.occurrence,
      r.batch_id, r.position
    FROM import_row r
    JOIN customer c ON c.id = r.customer_id
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(source text, "setId" text, number text, "group" text, "set" text, outcome text,
      code text, errors jsonb, "acknowledgedAt" timestamp, "envelopeAt" timestamp)
    WHERE ${stagedRows(batchId, FACT.kind)}`)
  await acceptRows(scope, batchId, FACT.kind)
}
