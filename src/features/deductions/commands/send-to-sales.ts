import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { askTeam } from '@/features/tasks/commands/ask-team'
import { AskTeamInput } from '@/features/tasks/schemas'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canDecide } from '../policy'
import { BACK_TO_SALES } from '../rules/deduction'
import { assertFresh } from './assert-fresh'
import { type DeductionForChange, findForChange } from './find-for-change'

/** Gives a deduction back to sales with a question. */
const SendToSalesInput = AskTeamInput.pick({ title: true, body: true, dueAt: true, locale: true }).extend({
  id: z.uuid(),
  version: z.number().int().positive(),
})

/** Gives a deduction back to sales, who made the promise it rests on: it waits until they answer. Refuses to ask twice at once. */
export const sendToSales = defineCommand({
  event: 'deduction.sent-to-sales',
  input: SendToSalesInput,
  find: findOne,
  allow: (actor, deduction) => canDecide(actor, [deduction]),
  async change(scope, deduction, input) {
    await assertFresh(scope, [deduction], { deductions: [input] }, 'send-to-sales')
    if (deduction.openMinor === 0n) throw new Refusal('deductions/already-closed', { details: { number: String(deduction.number) } })
    const waiting = await selectIn(
      scope.tx,
      sql`SELECT 1 FROM task WHERE subject_kind = 'deduction' AND subject_id = ${deduction.id}::uuid AND kind = ${BACK_TO_SALES} AND state = 'open'`,
    )
    if (waiting.length > 0) throw new Refusal('deductions/with-sales-already')
    const { title, body, dueAt, locale } = input
    const subject = { subjectKind: 'deduction', subjectId: deduction.id } as const
    return askTeam(scope.actor, { ...subject, kind: BACK_TO_SALES, team: 'sales', title, body, dueAt, locale }, { within: scope })
  },
})

async function findOne(scope: Scope, input: z.output<typeof SendToSalesInput>): Promise<DeductionForChange | null> {
  const [deduction] = (await findForChange(scope, { deductions: [input] })) ?? []
  return deduction ?? null
}
