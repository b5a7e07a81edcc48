import * as z from 'zod'
import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { enqueue } from '@/server/jobs/enqueue'
import { undoBulkJob } from '../jobs/undo-bulk'
import { canUndoBulk } from '../policy'
import { type BulkForChange, findBulkForChange } from './find-bulk'

/** Has a change of many taken back in the background: what nobody touched since gets back what it was. */
export const askUndoBulk = defineCommand({
  event: 'deduction.bulk-undo-asked',
  input: z.strictObject({ bulkId: z.uuid() }),
  find: findBulkForChange,
  allow: (actor: Actor, bulk: BulkForChange) => canUndoBulk(actor, bulk),
  async change(scope, bulk) {
    const { tx, actor } = scope
    if (actor.kind === 'job' || bulk.isUndoAsked) throw new Refusal('deductions/bulk-undone-already')
    const waiting = await tx.deductionBulkRow.count({ where: { bulkId: bulk.id, state: 'waiting' } })
    if (waiting > 0)
      await tx.deductionBulkRow.updateMany({
        where: { bulkId: bulk.id, state: 'waiting' },
        data: { state: 'skipped', reason: 'cancelled' },
      })
    await tx.deductionBulk.update({ where: { id: bulk.id }, data: { undoAskedBy: actor.userId, undoAskedAt: new Date() } })
    const count = await tx.deductionBulkRow.count({ where: { bulkId: bulk.id, state: 'done' } })
    const title = { key: 'deductions.bulk.job.undo', values: { count, href: `/deductions/bulk/${bulk.id}` } }
    await enqueue(scope, undoBulkJob, { bulkId: bulk.id }, title)
    return { id: bulk.id }
  },
})
