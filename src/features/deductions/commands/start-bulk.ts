import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { enqueue } from '@/server/jobs/enqueue'
import { runBulkJob } from '../jobs/run-bulk'
import { canAssign } from '../policy'
import { trackerConditions } from '../queries/tracker-conditions'
import { BULK_ACTS, BULK_JOB_MAX } from '../rules/bulk'
import { TrackerFilter } from '../schemas'
import { assertOwner } from './assert-owner'

/** All that a filter shows, as many as were seen. */
const StartBulkInput = z.strictObject({
  act: z.enum(BULK_ACTS),
  ownerId: z.uuid().nullable(),
  matching: TrackerFilter,
  count: z.number().int().positive().max(BULK_JOB_MAX),
})

/**
 * Takes down which deductions a filter shows now, each as it was seen, and has them changed in the background.
 * Refuses when there are more or fewer than the person saw.
 */
export const startBulk = defineCommand({
  event: 'deduction.bulk-asked',
  input: StartBulkInput,
  find: findNothing,
  allow: (actor) => actor.kind !== 'job' && canAssign(actor, []),
  timeoutMs: 120_000,
  async change(scope, _before, { act, ownerId, matching, count }) {
    const { tx, actor, today } = scope
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    if (act === 'assign') await assertOwner(tx, ownerId)
    const bulk = await tx.deductionBulk.create({ data: { act, ownerId, requestedBy: actor.userId }, select: { id: true } })
    const rows = await selectIn<{ count: number }>(
      tx,
      sql`WITH kept AS (
          INSERT INTO deduction_bulk_row (bulk_id, deduction_id, number, label, seen)
          SELECT ${bulk.id}::uuid, d.id, d.number, coalesce(d.claim_number, d.number::text),
            jsonb_build_object('ownerId', d.owner_id, 'verdict', d.verdict, 'decidedVerdict', d.decided_verdict) FROM deduction d
          WHERE ${trackerConditions(actor, matching, today)} RETURNING 1)
        SELECT count(*)::int AS count FROM kept`,
    )
    if (rows[0]?.count !== count) throw new Refusal('stale', { details: { number: '' } })
    const title = { key: `deductions.bulk.job.${act}`, values: { count, href: `/deductions/bulk/${bulk.id}` } }
    await enqueue(scope, runBulkJob, { bulkId: bulk.id }, title)
    return { id: bulk.id }
  },
})
