import * as z from 'zod'
import { asCalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { findFreightRules } from '@/features/agreements/commands/find-freight-rules'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canClaimFreight } from '../policy'
import { carrierClock } from '../rules/freight-claim'
import { assertFreshClaim, findFreightClaimForChange } from './find-freight-claim'
import { keepFreightProof } from './keep-freight-proof'

const FileFreightClaimInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  filedOn: z.iso.date('not-a-date').transform(asCalendarDate),
  /** The carrier's claim number; it is not filed without that or a paper that proves that it arrived. */
  claimReference: z.string().trim().max(120, 'too_big').default(''),
  proofDocumentId: z.uuid().nullable().default(null),
  lateReason: z.string().trim().max(1_000, 'too_big').default(''),
})

/** The claim went to the carrier, with proof; from now on its clock runs. After the last day only with a reason. */
export const fileFreightClaim = defineCommand({
  event: 'freight-claim.filed',
  input: FileFreightClaimInput,
  find: findFreightClaimForChange,
  allow: canClaimFreight,
  async change(scope, claim, input) {
    const { tx, today } = scope
    assertFreshClaim(claim, input.version)
    if (claim.state !== 'open') throw new Refusal('disputes/freight-not-open')
    if (input.claimReference === '' && input.proofDocumentId === null)
      throw new Refusal('disputes/proof-needed', { fields: { claimReference: 'required' } })
    if (input.filedOn > today) throw new Refusal('invalid-input', { fields: { filedOn: 'in-the-future' } })
    if (input.filedOn > claim.fileBy && input.lateReason === '')
      throw new Refusal('disputes/freight-late', { fields: { lateReason: 'required' } })
    const clock = carrierClock(input.filedOn, await findFreightRules(tx, claim.carrier, input.filedOn))
    await tx.$executeRaw(sql`
      UPDATE freight_claim SET state = 'filed', filed_on = ${input.filedOn}::date, claim_reference = nullif(${input.claimReference}, ''),
        late_reason = nullif(${input.lateReason}, ''), acknowledge_by = ${clock.acknowledgeBy}::date, answer_by = ${clock.answerBy}::date,
        version = version + 1 WHERE id = ${claim.id}::uuid`)
    await keepFreightProof(scope, claim, 'filing', input.proofDocumentId)
    return { id: claim.id, ...clock }
  },
})
