import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canApprove } from '../policy'
import { DecideApprovalInput } from '../schemas'

type OpenRequest = { id: string; customerId: string | null; requestedBy: string; contentHash: string }

/**
 * The second person's word on an open request. It holds for the content that was seen and for nothing else: refuses
 * 'approvals/changed' when another content waits by now. The area that owns the subject runs it inside its own command.
 */
export const decideApproval = defineCommand({
  event: 'approval.decided',
  input: DecideApprovalInput,
  find: findOpen,
  allow: canApprove,
  async change({ tx, actor }, request, input) {
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    if (request.contentHash !== input.contentHash) throw new Refusal('approvals/changed')
    if (input.decision === 'rejected' && input.reason === '') throw new Refusal('invalid-input', { fields: { reason: 'required' } })
    await tx.$executeRaw(sql`
      UPDATE approval_request SET state = ${input.decision}, decided_by = ${actor.userId}::uuid, decided_at = now(), reason = nullif(${input.reason}, '')
      WHERE id = ${request.id}::uuid`)
    return { id: request.id, state: input.decision }
  },
})

async function findOpen({ tx }: Scope, { kind, subjectId }: z.output<typeof DecideApprovalInput>): Promise<OpenRequest | null> {
  const [row] = await selectIn<OpenRequest>(
    tx,
    sql`SELECT id::text, customer_id::text AS "customerId", requested_by::text AS "requestedBy", content_hash AS "contentHash"
      FROM approval_request WHERE kind = ${kind} AND subject_id = ${subjectId}::uuid AND state = 'open' FOR UPDATE`,
  )
  return row ?? null
}
