import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { decideApproval } from '@/features/approvals/commands/decide-approval'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canBeSecondPerson } from '../policy'
import { decide } from '../rules/decide'
import { DecideGivingUpInput, GivingUp } from '../schemas'
import { type DeductionForChange, findForChange } from './find-for-change'
import { writeDecisions } from './write-decisions'
import { writeResolution } from './write-resolution'

type Waiting = { deduction: DeductionForChange; content: GivingUp; requestedBy: string }

/**
 * A second person approves what somebody asked to give up, which happens with it, or rejects it with a reason. Refuses
 * 'deductions/changed-since-asked' when the deduction is not any more what it was asked for.
 */
export const decideGivingUp = defineCommand({
  event: 'deduction.giving-up-decided',
  input: DecideGivingUpInput,
  find: findWaiting,
  allow: canBeSecondPerson,
  async change(scope, { deduction, content, requestedBy }, { id, contentHash, decision, reason }) {
    const approval = await decideApproval(
      scope.actor,
      { kind: 'giving-up', subjectId: id, contentHash, decision, reason },
      { within: scope },
    )
    if (decision === 'approved') await giveUp(scope, deduction, content, { requestedBy, approvalId: approval.id })
    return { id, decision }
  },
})

async function giveUp(
  scope: Scope,
  deduction: DeductionForChange,
  content: GivingUp,
  by: { requestedBy: string; approvalId: string },
): Promise<void> {
  if (content.act === 'resolve') {
    const amountMinor = BigInt(content.amountMinor)
    if (amountMinor > deduction.openMinor) throw new Refusal('deductions/changed-since-asked')
    await writeResolution(scope, deduction, {
      ...content,
      amountMinor,
      causeKey: content.causeKey === '' ? null : content.causeKey,
      createdBy: by.requestedBy,
      approvalId: by.approvalId,
    })
    return
  }
  if (content.from !== deduction.verdict) throw new Refusal('deductions/changed-since-asked')
  await writeDecisions(scope, [decide(deduction, content)], content.reason)
}

async function findWaiting(scope: Scope, { id }: z.output<typeof DecideGivingUpInput>): Promise<Waiting | null> {
  const [deduction] = (await findForChange(scope, { deductions: [{ id, version: 0 }] })) ?? []
  const [request] = await selectIn<{ content: unknown; requestedBy: string }>(
    scope.tx,
    sql`SELECT content, requested_by::text AS "requestedBy" FROM approval_request
      WHERE kind = 'giving-up' AND subject_id = ${id}::uuid AND state = 'open'`,
  )
  return deduction && request ? { deduction, content: GivingUp.parse(request.content), requestedBy: request.requestedBy } : null
}
