import * as z from 'zod'
import { linkAuditAtOnce } from '@/server/audit'
import { defineCommand, findNothing } from '@/server/command'
import { canTriage } from '../policy'
import { saveVerdicts, type TriageResult } from './save-verdicts'

/** Writes what a run judged outside of the transaction. Answers also those that somebody changed since their facts were read. */
export const writeJudged = defineCommand({
  event: 'deduction.triaged',
  input: z.object({ results: z.custom<readonly TriageResult[]>(Array.isArray) }),
  find: findNothing,
  allow: canTriage,
  timeoutMs: 300_000,
  async change({ tx }, _before, { results }) {
    await linkAuditAtOnce(tx)
    const { saved, changed } = await saveVerdicts(tx, results)
    return { changed, overtaken: results.flatMap(({ id }) => (saved.has(id) ? [] : [id])) }
  },
})
