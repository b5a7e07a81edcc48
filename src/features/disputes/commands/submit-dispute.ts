import { asCalendarDate } from '@/core/calendar-date'
import { assertNever } from '@/core/problem'
import { Refusal } from '@/core/refusal'
import { followDispute } from '@/features/deductions/commands/follow-dispute'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canFileLate, canSubmit } from '../policy'
import { answerDueOn, judgeSubmission } from '../rules/judge-submission'
import { SubmitInput } from '../schemas'
import { assertFresh, type DisputeForChange, findForChange } from './find-for-change'

/** Records that a package was filed with the customer. Nothing counts as filed without a receipt number or a picture of one. */
export const submitDispute = defineCommand({
  event: 'dispute.submitted',
  input: SubmitInput,
  find: findForChange,
  allow: canSubmit,
  async change(scope, dispute, input) {
    const { tx, actor, today } = scope
    assertFresh(dispute, input)
    if (dispute.state === 'submitted' || dispute.state === 'closed') throw new Refusal('disputes/already-submitted')
    const submittedOn = asCalendarDate(input.submittedOn)
    const verdict = judgeSubmission({
      submittedOn,
      today,
      deadlineOn: dispute.deadlineOn,
      hasProof: input.portalReference !== '' || input.proofDocumentId !== null,
      isLateAllowed: canFileLate(actor) && input.lateReason !== '',
    })
    if (verdict.kind === 'refused') throw refusalOf(verdict.because, dispute)
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    await assertOwn(scope, dispute, input)
    await tx.$executeRaw(sql`
      INSERT INTO submission (dispute_id, package_id, submitted_on, portal_reference, proof_document_id, submitted_by, late_reason)
      VALUES (${dispute.id}::uuid, ${input.packageId}::uuid, ${submittedOn}::date, nullif(${input.portalReference}, ''),
        ${input.proofDocumentId}::uuid, ${actor.userId}::uuid, ${verdict.isLate ? input.lateReason : null})`)
    await tx.$executeRaw(sql`UPDATE dispute_package SET is_submitted = true WHERE id = ${input.packageId}::uuid AND NOT is_submitted`)
    // What was lost before is in dispute again.
    await tx.$executeRaw(sql`
      UPDATE dispute SET state = 'submitted', submitted_on = ${submittedOn}::date, answer_due_on = ${answerDueOn(submittedOn)}::date,
        portal_reference = coalesce(nullif(${input.portalReference}, ''), portal_reference), lost_minor = 0, outcome = NULL,
        follow_up_on = NULL, version = version + 1
      WHERE id = ${dispute.id}::uuid`)
    await followDispute(actor, { id: dispute.deductionId, state: 'submitted' }, { within: scope })
    return { id: dispute.id, version: dispute.version + 1, isLate: verdict.isLate }
  },
})

function refusalOf(because: 'proof-needed' | 'not-yet' | 'window-over', dispute: DisputeForChange): Refusal {
  switch (because) {
    case 'proof-needed':
      return new Refusal('disputes/proof-needed', { fields: { portalReference: 'required' } })
    case 'not-yet':
      return new Refusal('disputes/not-yet', { fields: { submittedOn: 'too_big' } })
    case 'window-over':
      return new Refusal('disputes/window-over', { details: { deadline: dispute.deadlineOn ?? '' } })
    default:
      return assertNever(because)
  }
}

// Package and proof belong to this dispute and its customer; anything else does not exist for this command.
async function assertOwn(
  { tx }: Scope,
  dispute: DisputeForChange,
  input: { packageId: string; proofDocumentId: string | null },
): Promise<void> {
  const [own] = await selectIn<{ has_package: boolean; has_proof: boolean }>(
    tx,
    sql`SELECT EXISTS (SELECT 1 FROM dispute_package WHERE id = ${input.packageId}::uuid AND dispute_id = ${dispute.id}::uuid) AS has_package,
      (${input.proofDocumentId}::uuid IS NULL OR EXISTS (SELECT 1 FROM document
        WHERE id = ${input.proofDocumentId}::uuid AND customer_id = ${dispute.customerId}::uuid)) AS has_proof`,
  )
  if (!own?.has_package || !own.has_proof) throw new Refusal('not-found')
}
