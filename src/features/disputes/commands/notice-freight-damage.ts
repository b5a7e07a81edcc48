import * as z from 'zod'
import { asCalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canClaimFreight } from '../policy'
import { assertFreshClaim, findFreightClaimForChange } from './find-freight-claim'
import { keepFreightProof } from './keep-freight-proof'

const NoticeInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  noticedOn: z.iso.date('not-a-date').transform(asCalendarDate),
  proofDocumentId: z.uuid().nullable().default(null),
})

/** The carrier was told of damage found after delivery and asked to inspect it. */
export const noticeFreightDamage = defineCommand({
  event: 'freight-claim.noticed',
  input: NoticeInput,
  find: findFreightClaimForChange,
  allow: canClaimFreight,
  async change(scope, claim, input) {
    const { tx, today } = scope
    assertFreshClaim(claim, input.version)
    if (claim.kind !== 'concealed-damage' || claim.state !== 'open') throw new Refusal('disputes/freight-not-open')
    const isTooEarly = claim.deliveredOn !== null && input.noticedOn < claim.deliveredOn
    if (input.noticedOn > today || isTooEarly)
      throw new Refusal('invalid-input', { fields: { noticedOn: isTooEarly ? 'invalid' : 'in-the-future' } })
    await tx.$executeRaw(
      sql`UPDATE freight_claim SET noticed_on = ${input.noticedOn}::date, version = version + 1 WHERE id = ${claim.id}::uuid`,
    )
    await keepFreightProof(scope, claim, 'notice', input.proofDocumentId)
    return { id: claim.id }
  },
})
