import * as z from 'zod'
import { systemActor } from '@/core/actor'
import { defineJob } from '@/server/jobs/define-job'
import { triageDeductions } from '../commands/triage-deductions'
import { findOpenIds } from '../queries/find-open-ids'

/** After a rule of a customer changed: its open deductions of the category, or of all categories, are judged anew. */
export const judgeAgainJob = defineJob({
  name: 'deductions.judge-again',
  input: z.object({ customerId: z.uuid(), category: z.string().max(40) }),
  retriesMax: 3,
  concurrency: 1,
  run: async (_context, { customerId, category }) => triageDeductions(systemActor('playbook'), await findOpenIds(customerId, category)),
})
