import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canPost } from '../policy'
import { assertRequested, findLedgerRequest } from './find-ledger-request'

const PostLedgerInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  documentNumber: z.string().trim().min(1, 'required').max(40, 'too_big'),
  postedOn: z.iso.date('not-a-date'),
})

/** Finance has posted the credit memo or the write-off and says under which number. */
export const postLedgerRequest = defineCommand({
  event: 'ledger-request.posted',
  input: PostLedgerInput,
  find: findLedgerRequest,
  allow: canPost,
  async change({ tx, actor, today }, request, input) {
    assertRequested(request, input.version)
    if (input.postedOn > today) throw new Refusal('invalid-input', { fields: { postedOn: 'in-the-future' } })
    await tx.$executeRaw(sql`
      UPDATE ledger_request SET state = 'posted', document_number = ${input.documentNumber}, posted_on = ${input.postedOn}::date,
        decided_by = ${actor.kind === 'job' ? null : actor.userId}::uuid, version = version + 1 WHERE id = ${request.id}::uuid`)
    return { id: request.id }
  },
})
