import * as z from 'zod'
import { defineJob, type JobContext } from '@/server/jobs/define-job'
import { runBulkChunk } from '../commands/run-bulk-chunk'
import { countBulkRows } from '../queries/find-bulk'

/** Changes many deductions, some hundred per transaction: it may be cancelled between them, and goes on where it stopped. */
export const runBulkJob = defineJob({
  name: 'deductions.bulk',
  input: z.object({ bulkId: z.uuid() }),
  retriesMax: 3,
  concurrency: 2,
  run: async (context, { bulkId }) => inChunks(context, bulkId, 'waiting', () => runBulkChunk(context.actor, { bulkId })),
})

/** Works chunk by chunk until there is nothing left in the state it works on, tells how far it is, and answers what became of all rows. */
export async function inChunks(
  { progress }: Pick<JobContext, 'progress'>,
  bulkId: string,
  open: 'waiting' | 'done',
  work: () => Promise<{ examined: number }>,
): Promise<Record<string, number>> {
  const total = (await countBulkRows(bulkId))[open] ?? 0
  let done = 0
  await progress(done, total)
  for (;;) {
    const { examined } = await work()
    if (examined === 0) return countBulkRows(bulkId)
    done = Math.min(total, done + examined)
    await progress(done, total)
  }
}
