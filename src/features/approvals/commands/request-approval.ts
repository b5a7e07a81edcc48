import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { toJson } from '@/server/operation'
import { canRequest } from '../policy'
import { RequestApprovalInput } from '../schemas'

/** Asks a second person for approval of exactly this content. An open request for the same subject is voided by it. */
export const requestApproval = defineCommand({
  event: 'approval.requested',
  input: RequestApprovalInput,
  find: findSubject,
  allow: canRequest,
  async change({ tx, actor }, _before, input) {
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    await tx.$executeRaw(sql`
      UPDATE approval_request SET state = 'voided', decided_at = now()
      WHERE kind = ${input.kind} AND subject_id = ${input.subjectId}::uuid AND state = 'open'`)
    const [row] = await selectIn<{ id: string; content_hash: string }>(
      tx,
      sql`INSERT INTO approval_request (kind, subject_id, customer_id, label, content, content_hash, requested_by)
        SELECT ${input.kind}, ${input.subjectId}::uuid, ${input.customerId}::uuid, ${input.label}, c.content,
          encode(sha256(convert_to(c.content::text, 'UTF8')), 'hex'), ${actor.userId}::uuid
        FROM (SELECT ${toJson(input.content)}::jsonb AS content) c RETURNING id::text, content_hash`,
    )
    if (!row) throw new Error('request was not written')
    return { id: row.id, contentHash: row.content_hash }
  },
})

// The command that asks has found the subject itself; what counts here is whose it is.
async function findSubject(_scope: Scope, { customerId }: z.output<typeof RequestApprovalInput>): Promise<{ customerId: string | null }> {
  return { customerId }
}
