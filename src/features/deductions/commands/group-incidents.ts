import * as z from 'zod'
import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canTriage } from '../policy'

/** Categories that a failed shipment causes; a price difference on the same delivery is another matter. */
const SHIPMENT_CATEGORIES = ['shortage', 'substitution', 'damage', 'compliance', 'freight']

/** Puts deductions of one customer on one delivery together as an incident 'IN-0001', when there are two or more of them; given ids, only on their deliveries. */
export const groupIncidents = defineCommand({
  event: 'incident.grouped',
  input: z.object({ ids: z.array(z.uuid()).optional() }),
  find: findNothing,
  allow: canTriage,
  timeoutMs: 300_000,
  async change({ tx }, _before, { ids }) {
    if (ids?.length === 0) return { opened: 0, joined: 0 }
    const among =
      ids === undefined
        ? sql`true`
        : sql`d.id IN (SELECT n.deduction_id FROM deduction m JOIN deduction_number n ON n.kind = 'delivery' AND n.key = m.delivery_key
            WHERE m.id = ANY(${ids}::uuid[]))`
    ids === undefined ? sql`true` : sql`d.delivery_key IN (SELECT m.delivery_key FROM deduction m WHERE m.id = ANY(${ids}::uuid[]))`
    await selectIn(tx, sql`SELECT pg_advisory_xact_lock(hashtext('incidents.group'))::text`)
    const opened = await tx.$executeRaw(sql`
      INSERT INTO incident (number, customer_id, delivery_key)
      SELECT 'IN-' || lpad((coalesce((SELECT max(substr(number, 4)::int) FROM incident WHERE number ~ '^IN-[0-9]+$'), 0)
        + row_number() OVER (ORDER BY min(d.number)))::text, 4, '0'), d.customer_id, d.delivery_key
      FROM deduction d
      WHERE d.delivery_key IS NOT NULL AND ${among} AND d.category = ANY(${SHIPMENT_CATEGORIES}::text[])
        AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.customer_id = d.customer_id AND i.delivery_key = d.delivery_key)
      GROUP BY d.customer_id, d.delivery_key HAVING count(*) > 1`)
    const joined = await tx.$executeRaw(sql`
      UPDATE deduction d SET incident_id = i.id, version = d.version + 1, updated_at = now() FROM incident i
      WHERE d.customer_id = i.customer_id AND d.delivery_key = i.delivery_key AND ${among} AND d.category = ANY(${SHIPMENT_CATEGORIES}::text[])
        AND d.incident_id IS DISTINCT FROM i.id`)
    return { opened, joined }
  },
})
