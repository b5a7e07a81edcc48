import * as z from 'zod'
import { defineCommand, findNothing } from '@/server/command'
import { sql } from '@/server/db/client'
import { canSettle } from '../policy'
import { SUBJECT_KINDS } from '../rules/teams'

/** Takes back what was asked by itself about records that go with an undone import, and what nobody has answered or worked on. */
export const withdrawOwnTasks = defineCommand({
  event: 'task.withdrawn',
  input: z.strictObject({ subjectKind: z.enum(SUBJECT_KINDS), subjectIds: z.array(z.uuid()).min(1) }),
  find: findNothing,
  allow: canSettle,
  async change({ tx }, _nothing, { subjectKind, subjectIds }) {
    const withdrawn = await tx.$executeRaw(sql`
      DELETE FROM task k WHERE k.subject_kind = ${subjectKind} AND k.subject_id = ANY(${subjectIds}::uuid[]) AND k.created_by IS NULL
        AND k.state <> 'answered' AND k.reminded_at IS NULL`)
    return { withdrawn }
  },
})
