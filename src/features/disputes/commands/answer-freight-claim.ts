import * as z from 'zod'
import { asCalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { findFreightRules } from '@/features/agreements/commands/find-freight-rules'
import { defineCommand, type Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { canRecordCarrierAnswer } from '../policy'
import { answersNext, FREIGHT_ANSWERS, sueBy } from '../rules/freight-claim'
import { assertFreshClaim, type FreightClaimForChange, findFreightClaimForChange } from './find-freight-claim'
import { keepFreightProof } from './keep-freight-proof'

const AnswerFreightClaimInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  answer: z.enum(FREIGHT_ANSWERS),
  answeredOn: z.iso.date('not-a-date').transform(asCalendarDate),
  /** What was offered or paid, minor units as text. */
  amountMinor: z
    .string()
    .regex(/^\d{0,15}$/, 'not-an-amount')
    .default(''),
  note: z.string().trim().max(1_000, 'too_big').default(''),
  /** The carrier's letter, mail or cheque. */
  proofDocumentId: z.uuid().nullable().default(null),
})
type Input = z.output<typeof AnswerFreightClaimInput>

/**
 * What the carrier said: acknowledged, offered, paid or declined. Money it paid stays with the claim, so that the deduction, which was
 * settled with the customer, counts once. Refuses more than was claimed, an answer before the filing, and one that cannot follow.
 */
export const answerFreightClaim = defineCommand({
  event: 'freight-claim.answered',
  input: AnswerFreightClaimInput,
  find: findFreightClaimForChange,
  allow: canRecordCarrierAnswer,
  async change(scope, claim, input) {
    assertFreshClaim(claim, input.version)
    if (!answersNext(claim.state).some((answer) => answer === input.answer)) throw new Refusal('disputes/freight-cannot-follow')
    if (input.answeredOn > scope.today) throw new Refusal('invalid-input', { fields: { answeredOn: 'in-the-future' } })
    if (claim.filedOn !== null && input.answeredOn < claim.filedOn)
      throw new Refusal('invalid-input', { fields: { answeredOn: 'invalid' } })
    await writeAnswer(scope, claim, input)
    await keepFreightProof(scope, claim, input.answer, input.proofDocumentId)
    return { id: claim.id, state: input.answer }
  },
})

async function writeAnswer({ tx }: Scope, claim: FreightClaimForChange, input: Input): Promise<void> {
  const { answer, answeredOn } = input
  if (answer === 'acknowledged') {
    await tx.$executeRaw(sql`
      UPDATE freight_claim SET state = 'acknowledged', acknowledged_on = ${answeredOn}::date, answer_note = coalesce(nullif(${input.note}, ''), answer_note),
        version = version + 1 WHERE id = ${claim.id}::uuid`)
    return
  }
  const minor = BigInt(input.amountMinor || '0')
  const hasMoney = answer === 'offered' || answer === 'paid'
  if (hasMoney && (minor <= 0n || minor > claim.amountMinor))
    throw new Refusal('disputes/freight-too-much', { fields: { amountMinor: 'too_big' } })
  if (answer === 'declined' && input.note === '') throw new Refusal('invalid-input', { fields: { note: 'required' } })
  const suit = answer === 'declined' ? sueBy(answeredOn, await findFreightRules(tx, claim.carrier, answeredOn)) : null
  await tx.$executeRaw(sql`
    UPDATE freight_claim SET state = ${answer}, answered_on = ${answeredOn}::date, answer_note = coalesce(nullif(${input.note}, ''), answer_note),
      offered_minor = CASE WHEN ${answer} = 'offered' THEN ${minor} ELSE offered_minor END, paid_minor = CASE WHEN ${answer} = 'paid' THEN ${minor} ELSE paid_minor END,
      sue_by = ${suit}::date, version = version + 1 WHERE id = ${claim.id}::uuid`)
}
