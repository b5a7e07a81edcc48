import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canClaimFreight } from '../policy'
import { assertFreshClaim, findFreightClaimForChange } from './find-freight-claim'

const WithdrawFreightClaimInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  reason: z.string().trim().min(1, 'required').max(1_000, 'too_big'),
})

/** Gives a claim on a carrier up, with a reason; its deductions can be claimed anew. A paid claim stays. */
export const withdrawFreightClaim = defineCommand({
  event: 'freight-claim.withdrawn',
  input: WithdrawFreightClaimInput,
  find: findFreightClaimForChange,
  allow: canClaimFreight,
  async change({ tx }, claim, input) {
    assertFreshClaim(claim, input.version)
    if (claim.state === 'paid' || claim.state === 'withdrawn') throw new Refusal('disputes/freight-cannot-follow')
    await tx.$executeRaw(
      sql`UPDATE freight_claim SET state = 'withdrawn', answer_note = ${input.reason}, version = version + 1 WHERE id = ${claim.id}::uuid`,
    )
    return { id: claim.id }
  },
})
