import type * as z from 'zod'
import { requestApproval } from '@/features/approvals/commands/request-approval'
import type { Scope } from '@/server/command'
import type { GivingUp } from '../schemas'
import type { DeductionForChange } from './find-for-change'

/** Asks a second person to give up exactly this. A request that waits for the same deduction is voided by it. */
export async function askSecondPerson(scope: Scope, deduction: DeductionForChange, content: z.input<typeof GivingUp>): Promise<void> {
  const label = deduction.claimNumber ?? String(deduction.number)
  await requestApproval(
    scope.actor,
    { kind: 'giving-up', subjectId: deduction.id, customerId: deduction.customerId, label, content },
    { within: scope },
  )
}
