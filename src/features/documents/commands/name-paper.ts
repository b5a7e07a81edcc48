import * as z from 'zod'
import { defineCommand, findNothing } from '@/server/command'
import { sql } from '@/server/db/client'
import { canReadPapers } from '../policy'
import { PAPER_KINDS } from '../rules/paper-kind'

/**
 * Says what kind of paper a picture is before anybody has read it; it still waits for reading. A file that is kept as that kind already
 * stays as it is. Answers whether it is of that kind now.
 */
export const namePaper = defineCommand({
  event: 'document.named',
  input: z.strictObject({ documentId: z.uuid(), kind: z.enum(PAPER_KINDS) }),
  find: findNothing,
  allow: canReadPapers,
  async change({ tx }, _before, { documentId, kind }) {
    const named = await tx.$executeRaw(sql`
      UPDATE document d SET kind = ${kind} WHERE d.id = ${documentId}::uuid AND d.state = 'needs-reading' AND d.tombstoned_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM document o WHERE o.file_id = d.file_id AND o.file_name = d.file_name AND o.kind = ${kind} AND o.id <> d.id)`)
    return { isNamed: named > 0 }
  },
})
