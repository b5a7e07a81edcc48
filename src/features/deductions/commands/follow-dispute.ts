import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { canRead } from '../policy'
import { chooseNextAction } from '../rules/next-action'
import { FollowDisputeInput } from '../schemas'
import { type DeductionForChange, findForChange } from './find-for-change'

/**
 * Keeps a deduction in step with its dispute: submitted while the package lies with the customer, ready again afterwards.
 * Who may file or withdraw is decided by the dispute's own command, which this one runs within.
 */
export const followDispute = defineCommand({
  event: 'deduction.followed',
  input: FollowDisputeInput,
  find: findOne,
  allow: canRead,
  async change({ tx }, deduction, { state }) {
    if (deduction.state === 'closed') throw new Refusal('deductions/already-closed')
    const action = chooseNextAction({ ...deduction, verdict: deduction.decidedVerdict ?? deduction.verdict, state })
    await tx.$executeRaw(sql`
      UPDATE deduction SET state = ${state}, next_action = ${action}, version = version + 1, updated_at = now()
      WHERE id = ${deduction.id}::uuid`)
    return { id: deduction.id, state }
  },
})

async function findOne(scope: Scope, input: z.output<typeof FollowDisputeInput>): Promise<DeductionForChange | null> {
  const [deduction] = (await findForChange(scope, { deductions: [{ id: input.id, version: 0 }] })) ?? []
  return deduction ?? null
}
