import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { canResolve } from '../policy'
import { assertFresh } from './assert-fresh'
import { type DeductionForChange, findForChange } from './find-for-change'
import { findReversible, type Reversible, writeReversal } from './write-reversal'

/** Takes one resolution of a deduction back. */
const TakeBackInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  resolutionId: z.uuid(),
  reason: z.string().trim().max(1_000, 'too_big').default(''),
})

type Subject = { deduction: DeductionForChange; resolution: Reversible }

/**
 * Takes back how an amount ended: the deduction is open again, what was booked stays and gets its opposite, and what finance was
 * asked to post is cancelled. Refuses what finance has posted already.
 */
export const takeBackResolution = defineCommand({
  event: 'deduction.taken-back',
  input: TakeBackInput,
  find: findSubject,
  allow: (actor, subject) => canResolve(actor, subject.deduction, subject.resolution.kind),
  async change(scope, { deduction, resolution }, input) {
    await assertFresh(scope, [deduction], { deductions: [input] }, 'book')
    if (input.reason === '') throw new Refusal('invalid-input', { fields: { reason: 'required' } })
    const reopened = await writeReversal(scope, deduction, resolution, input.reason)
    await scope.tx.$executeRaw(sql`
      UPDATE ledger_request SET state = 'cancelled', version = version + 1 WHERE resolution_id = ${resolution.id}::uuid AND state = 'requested'`)
    return { id: deduction.id, ...reopened }
  },
})

async function findSubject(scope: Scope, input: z.output<typeof TakeBackInput>): Promise<Subject | null> {
  const [deduction] = (await findForChange(scope, { deductions: [input] })) ?? []
  const resolution = deduction ? await findReversible(scope, deduction.id, input.resolutionId) : null
  return deduction && resolution ? { deduction, resolution } : null
}
