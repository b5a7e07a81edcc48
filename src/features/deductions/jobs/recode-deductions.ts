import * as z from 'zod'
import { systemActor } from '@/core/actor'
import { defineJob } from '@/server/jobs/define-job'
import { recodeDeductions } from '../commands/recode-deductions'

/** After a map was approved: the open deductions under it get its category and a new judgement. The approval was the person's act. */
export const recodeDeductionsJob = defineJob({
  name: 'deductions.recode',
  input: z.object({ mapIds: z.array(z.uuid()).min(1).max(500) }),
  retriesMax: 3,
  concurrency: 1,
  run: async ({ progress }, { mapIds }) => recodeDeductions(systemActor('code-maps'), mapIds, progress),
})
