import * as z from 'zod'
import { asCalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { findFreightRules } from '@/features/agreements/commands/find-freight-rules'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canClaimFreight } from '../policy'
import { carrierClock } from '../rules/freight-claim'
import { assertFreshClaim, findFreightClaimForChange } from './find-freight-claim'

const FileFreightClaimInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  filedOn: z.iso.date('not-a-date').transform(asCalendarDate),
  /** The carrier's claim number, or what else proves that it arrived: it is not filed without. */
  claimReference: z.string().trim().min(1, 'required').max(120, 'too_big'),
  lateReason: z.string().trim().max(1_000, 'too_big').default(''),
})

/** The claim went to the carrier, with proof; from now on its clock runs. After the last day only with a reason. */
export const fileFreightClaim = defineCommand({
  event: 'freight-claim.filed',
  input: FileFreightClaimInput,
  find: findFreightClaimForChange,
  allow: canClaimFreight,
  async change({ tx, today }, claim, input) {
    assertFreshClaim(claim, input.version)
    if (claim.state !== 'open') throw new Refusal('disputes/freight-not-open')
    if (input.filedOn > today) throw new Refusal('invalid-input', { fields: { filedOn: 'in-the-future' } })
    if (input.filedOn > claim.fileBy && input.lateReason === '')
      throw new Refusal('disputes/freight-late', { fields: { lateReason: 'required' } })
    const clock = carrierClock(input.filedOn, await findFreightRules(tx, claim.carrier, input.filedOn))
    await tx.$executeRaw(sql`
      UPDATE freight_claim SET state = 'filed', filed_on = ${input.filedOn}::date, claim_reference = ${input.claimReference},
        late_reason = nullif(${input.lateReason}, ''), acknowledge_by = ${clock.acknowledgeBy}::date, answer_by = ${clock.answerBy}::date,
        version = version + 1 WHERE id = ${claim.id}::uuid`)
    return { id: claim.id, ...clock }
  },
})
