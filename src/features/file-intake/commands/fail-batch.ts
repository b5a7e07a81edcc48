import { defineCommand } from '@/server/command'
import { canImport } from '../policy'
import { FailBatchInput } from '../schemas'

/** Marks a batch whose rows could not be taken over; they stay staged, so that it can be tried again. */
export const failBatch = defineCommand({
  event: 'import.failed',
  input: FailBatchInput,
  find: ({ tx }, { batchId }) => tx.importBatch.findUnique({ where: { id: batchId }, select: { id: true } }),
  allow: canImport,
  async change({ tx }, batch, { reason }) {
    await tx.importBatch.updateMany({
      where: { id: batch.id, state: { in: ['parsing', 'staged', 'committing'] } },
      data: { state: 'failed', reason, finishedAt: new Date() },
    })
    return { id: batch.id }
  },
})
