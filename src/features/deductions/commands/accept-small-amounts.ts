import * as z from 'zod'
import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canTriage } from '../policy'
import { TAKEN_ON } from '../queries/deduction-terms'
import { BELOW_LIMIT } from '../rules/root-cause'
import { requestPostings } from './request-postings'

/**
 * Accepts unseen what is judged, whole, and no more than the policy of its customer allowed on the day it was taken. Nothing that a person
 * decided, asked about, disputed or took back before is touched, so a second run changes nothing.
 */
export const acceptSmallAmounts = defineCommand({
  event: 'deduction.small-accepted',
  input: z.object({ ids: z.array(z.uuid()).optional() }),
  find: findNothing,
  allow: canTriage,
  timeoutMs: 300_000,
  async change({ tx, today }, _before, { ids: asked }) {
    if (asked?.length === 0) return { count: 0 }
    const among = asked === undefined ? sql`true` : sql`d.id = ANY(${asked}::uuid[])`
    const accepted = await selectIn<{ id: string }>(
      tx,
      sql`WITH small AS (
          SELECT d.id, d.customer_id, d.amount_minor, d.currency, p.id AS policy_id FROM deduction d
          JOIN LATERAL (SELECT * FROM small_amount_policy y WHERE y.customer_id = d.customer_id AND y.currency = d.currency
            AND y.valid_from <= ${TAKEN_ON} ORDER BY y.valid_from DESC LIMIT 1) p ON d.amount_minor <= p.limit_minor
          WHERE ${among} AND d.state = 'new' AND d.open_minor = d.amount_minor AND d.decided_verdict IS NULL AND d.facts_hash IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM resolution r WHERE r.deduction_id = d.id)
            AND NOT EXISTS (SELECT 1 FROM dispute s WHERE s.deduction_id = d.id)
            AND NOT EXISTS (SELECT 1 FROM task t WHERE t.subject_kind = 'deduction' AND t.subject_id = d.id)
            AND NOT EXISTS (SELECT 1 FROM approval_request q WHERE q.kind = 'giving-up' AND q.subject_id = d.id)
          ORDER BY d.id FOR UPDATE OF d
        )
        INSERT INTO resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on, policy_id)
        SELECT id, customer_id, 'accepted', amount_minor, currency, ${today}::date, policy_id FROM small RETURNING id::text`,
    )
    if (accepted.length === 0) return { count: 0 }
    const ids = accepted.map(({ id }) => id)
    await tx.$executeRaw(sql`
      UPDATE deduction d SET open_minor = 0, state = 'closed', next_action = 'none', version = d.version + 1, updated_at = now(),
        cause_key = CASE WHEN EXISTS (SELECT 1 FROM cause_term t WHERE t.cause_key = d.root_cause AND t.nature <> 'customer') THEN d.cause_key ELSE ${BELOW_LIMIT} END
      FROM resolution r WHERE r.id = ANY(${ids}::uuid[]) AND d.id = r.deduction_id`)
    await requestPostings(tx, ids)
    return { count: ids.length }
  },
})
