import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canDecide } from '../policy'
import { NameCauseInput } from '../schemas'
import { assertCause } from './assert-cause'
import { assertFresh, type DeductionForChange, findForChange } from './find-for-change'

/** Names where one or many deductions come from in our own tree; empty leaves it to what the evidence shows. */
export const nameCause = defineCommand({
  event: 'deduction.cause-named',
  input: NameCauseInput,
  find: findForChange,
  allow: canDecide,
  async change(scope, deductions, input) {
    assertFresh(deductions, input)
    for (const deduction of deductions) assertMayBeNamed(deduction, input.causeKey)
    await assertCause(scope, input.causeKey, deductions.some(isOwed))
    await scope.tx.$executeRaw(sql`
      UPDATE deduction SET cause_key = nullif(${input.causeKey}, ''), version = version + 1, updated_at = now()
      WHERE id = ANY(${deductions.map((deduction) => deduction.id)}::uuid[])`)
    return { count: deductions.length }
  },
})

// Nothing is called owed without a cause, by a person or by the evidence.
function assertMayBeNamed(deduction: DeductionForChange, causeKey: string): void {
  if (deduction.state === 'closed') throw new Refusal('deductions/already-closed', { details: { number: String(deduction.number) } })
  if (causeKey === '' && isOwed(deduction) && deduction.judgedNature === null)
    throw new Refusal('deductions/needs-cause', { fields: { causeKey: 'required' } })
}

function isOwed({ decidedVerdict }: DeductionForChange): boolean {
  return decidedVerdict === 'valid'
}
