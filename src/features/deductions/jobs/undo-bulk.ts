import * as z from 'zod'
import { defineJob } from '@/server/jobs/define-job'
import { undoBulkChunk } from '../commands/undo-bulk-chunk'
import { inChunks } from './run-bulk'

/** Takes a change of many back. */
export const undoBulkJob = defineJob({
  name: 'deductions.undo-bulk',
  input: z.object({ bulkId: z.uuid() }),
  retriesMax: 3,
  concurrency: 1,
  run: async (context, { bulkId }) => inChunks(context, bulkId, 'done', () => undoBulkChunk(context.actor, { bulkId })),
})
