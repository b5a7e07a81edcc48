import * as z from 'zod'
import { defineCommand, findNothing } from '@/server/command'
import { sql } from '@/server/db/client'
import { canTriage } from '../policy'
import { isSeen } from '../queries/find-due'

/** After a run has judged what depends on the notes it saw, they are removed; what was noted meanwhile waits for the next run. */
export const clearDue = defineCommand({
  event: 'deduction.triaged',
  input: z.strictObject({ seen: z.string().min(1) }),
  find: findNothing,
  allow: canTriage,
  timeoutMs: 300_000,
  async change({ tx }, _before, { seen }) {
    return { cleared: await tx.$executeRaw(sql`DELETE FROM judgement_due WHERE ${isSeen(seen)}`) }
  },
})
