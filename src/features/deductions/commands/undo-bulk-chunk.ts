import * as z from 'zod'
import type { Actor } from '@/core/actor'
import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canUndoBulk } from '../policy'
import { BULK_CHUNK, type BulkForChange, findBulkForChange } from './find-bulk'

/** Gives the next deductions of a change of many back what they were; one that changed again since stays and says so. */
export const undoBulkChunk = defineCommand({
  event: 'deduction.bulk-undone',
  input: z.strictObject({ bulkId: z.uuid() }),
  find: findBulkForChange,
  allow: (actor: Actor, bulk: BulkForChange) => bulk.isUndoAsked && canUndoBulk(actor, bulk),
  timeoutMs: 120_000,
  async change({ tx }, bulk) {
    const fits =
      bulk.act === 'agree'
        ? sql`(d.decided_verdict IS NOT DISTINCT FROM r.set_to AND d.state <> 'closed' AND (d.state <> 'submitted' OR r.before ->> 'state' = 'submitted'))`
        : sql`((NOT jsonb_exists(r.before, 'owner_id') OR d.owner_id::text IS NOT DISTINCT FROM r.set_to)
            AND (${bulk.act !== 'paste'} OR NOT jsonb_exists(r.before, 'cause_key') OR (d.cause_key IS NOT DISTINCT FROM r.set_cause AND d.state <> 'closed'
              AND (d.decided_verdict IS DISTINCT FROM 'valid' OR coalesce(r.before ->> 'cause_key', d.root_cause) IS NOT NULL))))`
    const rows = await selectIn<{ id: string; fits: boolean }>(
      tx,
      sql`SELECT d.id::text, ${fits} AS fits FROM deduction d
        JOIN deduction_bulk_row r ON r.deduction_id = d.id AND r.bulk_id = ${bulk.id}::uuid AND r.state = 'done'
        ORDER BY d.id LIMIT ${BULK_CHUNK} FOR UPDATE OF d`,
    )
    const back = rows.filter(({ fits }) => fits).map(({ id }) => id)
    const kept = rows.filter(({ fits }) => !fits).map(({ id }) => id)
    const former =
      bulk.act !== 'agree'
        ? sql`owner_id = CASE WHEN jsonb_exists(r.before, 'owner_id') THEN (r.before ->> 'owner_id')::uuid ELSE d.owner_id END,
          cause_key = CASE WHEN ${bulk.act === 'paste'} AND jsonb_exists(r.before, 'cause_key') THEN r.before ->> 'cause_key' ELSE d.cause_key END`
        : sql`decided_verdict = r.before ->> 'decided_verdict', decision_reason = r.before ->> 'decision_reason',
          recoverable_minor = CASE WHEN r.before ->> 'decided_verdict' IS NULL THEN coalesce((SELECT v.recoverable_minor FROM verdict v
            WHERE v.deduction_id = d.id ORDER BY v.judged_at DESC, v.id DESC LIMIT 1), 0) ELSE (r.before ->> 'recoverable_minor')::bigint END, state = r.before ->> 'state', next_action = r.before ->> 'next_action', cause_key = r.before ->> 'cause_key'`
    await tx.$executeRaw(sql`UPDATE deduction d SET ${former}, version = d.version + 1, updated_at = now()
      FROM deduction_bulk_row r WHERE r.bulk_id = ${bulk.id}::uuid AND r.deduction_id = d.id AND d.id = ANY(${back}::uuid[])`)
    await tx.$executeRaw(sql`UPDATE deduction_bulk_row SET state = CASE WHEN deduction_id = ANY(${kept}::uuid[]) THEN 'kept' ELSE 'undone' END,
      reason = CASE WHEN deduction_id = ANY(${kept}::uuid[]) THEN 'changed' END
      WHERE bulk_id = ${bulk.id}::uuid AND deduction_id = ANY(${rows.map(({ id }) => id)}::uuid[])`)
    return { examined: rows.length }
  },
})
