import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canDecide } from '../policy'
import { NameCauseInput } from '../schemas'
import { assertCause } from './assert-cause'
import { assertFresh } from './assert-fresh'
import { type DeductionForChange, findForChange } from './find-for-change'

/** Names where one or many deductions come from in our own tree; empty leaves it to what the evidence shows. Answers the version each has since. */
export const nameCause = defineCommand({
  event: 'deduction.cause-named',
  input: NameCauseInput,
  find: findForChange,
  allow: canDecide,
  async change(scope, deductions, input) {
    await assertFresh(scope, deductions, input, 'name-cause')
    for (const deduction of deductions) assertMayBeNamed(deduction, input.causeKey)
    await assertCause(scope, input.causeKey, deductions.some(isOwed))
    const rows = await selectIn<{ id: string; version: number }>(
      scope.tx,
      sql`UPDATE deduction SET cause_key = nullif(${input.causeKey}, ''), version = version + 1, updated_at = now()
      WHERE id = ANY(${deductions.map((deduction) => deduction.id)}::uuid[]) RETURNING id::text, version`,
    )
    return { count: rows.length, rows }
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
