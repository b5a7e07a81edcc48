import * as z from 'zod'
import { defineCommand, findNothing } from '@/server/command'
import { sql } from '@/server/db/client'
import { canSettle } from '../policy'
import { SUBJECT_KINDS } from '../rules/teams'

/**
 * Closes what is still asked about records that settled themselves: nobody has to answer a question that answered itself.
 * The area that owns the records runs it inside its own command.
 */
export const settleTasks = defineCommand({
  event: 'task.settled',
  input: z.strictObject({
    subjectKind: z.enum(SUBJECT_KINDS),
    subjectIds: z.array(z.uuid()).min(1),
    /** Only requests of this kind. */
    kind: z.string().optional(),
    /** What came, where nobody has answered yet. */
    answer: z.string().max(4000).optional(),
  }),
  find: findNothing,
  allow: canSettle,
  async change({ tx }, _nothing, input) {
    const settled = await tx.$executeRaw(sql`
      UPDATE task SET state = 'closed', answer = coalesce(answer, ${input.answer ?? null}::text), closed_at = now(), version = version + 1
      WHERE subject_kind = ${input.subjectKind} AND subject_id = ANY(${input.subjectIds}::uuid[]) AND state IN ('open', 'answered')
        AND kind = coalesce(${input.kind ?? null}::text, kind)`)
    return { settled }
  },
})
