import type * as z from 'zod'
import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { VoidApprovalsInput } from '../schemas'

/**
 * Ends the open requests for subjects that need no approval any more. The area that owns the subjects runs it inside its own command,
 * which has decided who may.
 */
export const voidApprovals = defineCommand({
  event: 'approval.voided',
  input: VoidApprovalsInput,
  find: findNothing,
  allow: () => true,
  async change({ tx, actor }, _before, input: z.output<typeof VoidApprovalsInput>) {
    const voided = await selectIn<{ id: string }>(
      tx,
      sql`UPDATE approval_request r SET state = 'voided', decided_at = now()
        WHERE r.kind = ${input.kind} AND r.subject_id = ANY(${input.subjectIds}::uuid[]) AND r.state = 'open' AND ${scopeOf(actor, sql`r.customer_id`)}
        RETURNING r.id::text`,
    )
    return { count: voided.length }
  },
})
