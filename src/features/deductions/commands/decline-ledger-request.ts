import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canPost } from '../policy'
import { findForChange } from './find-for-change'
import { assertRequested, findLedgerRequest } from './find-ledger-request'
import { findReversible, writeReversal } from './write-reversal'

const DeclineLedgerInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  reason: z.string().trim().min(1, 'required').max(1_000, 'too_big'),
})

/** Finance does not post it and says why: what was accepted or given up is open again. */
export const declineLedgerRequest = defineCommand({
  event: 'ledger-request.declined',
  input: DeclineLedgerInput,
  find: findLedgerRequest,
  allow: canPost,
  async change(scope, request, input) {
    assertRequested(request, input.version)
    const [deduction] = (await findForChange(scope, { deductions: [{ id: request.deductionId, version: 0 }] })) ?? []
    const resolution = deduction ? await findReversible(scope, deduction.id, request.resolutionId) : null
    if (!deduction || !resolution) throw new Refusal('not-found')
    await scope.tx.$executeRaw(sql`
      UPDATE ledger_request SET state = 'declined', reason = ${input.reason},
        decided_by = ${scope.actor.kind === 'job' ? null : scope.actor.userId}::uuid, version = version + 1 WHERE id = ${request.id}::uuid`)
    const reopened = await writeReversal(scope, deduction, resolution, input.reason)
    return { id: request.id, openMinor: reopened.openMinor }
  },
})
