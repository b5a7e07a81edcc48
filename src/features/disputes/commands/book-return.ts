import { Refusal } from '@/core/refusal'
import { resolveDeduction } from '@/features/deductions/commands/resolve-deduction'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canRecordAnswer } from '../policy'
import { BookReturnInput } from '../schemas'
import { assertFresh, findForChange } from './find-for-change'

/** Books money that a customer had promised and that has come; closes the dispute when nothing is open any more. */
export const bookReturn = defineCommand({
  event: 'dispute.returned',
  input: BookReturnInput,
  find: findForChange,
  allow: canRecordAnswer,
  async change(scope, dispute, input) {
    assertFresh(dispute, input)
    if (dispute.state !== 'answered') throw new Refusal('disputes/not-answered')
    const { openMinor } = await resolveDeduction(
      scope.actor,
      {
        id: dispute.deductionId,
        version: dispute.deductionVersion,
        kind: input.way,
        amountMinor: input.amountMinor,
        resolvedOn: input.bookedOn,
        reference: input.reference,
      },
      { within: scope },
    )
    await scope.tx.$executeRaw(sql`
      UPDATE dispute SET state = ${openMinor === 0n ? 'closed' : 'answered'}, version = version + 1 WHERE id = ${dispute.id}::uuid`)
    return { id: dispute.id, openMinor }
  },
})
