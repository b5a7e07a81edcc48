import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { canResolve } from '../policy'
import { chooseNextAction } from '../rules/next-action'
import { ResolveInput } from '../schemas'
import { assertFresh, type DeductionForChange, findForChange } from './find-for-change'

type Input = z.output<typeof ResolveInput>
type Subject = { deduction: DeductionForChange; kind: Input['kind'] }

/** Takes an amount off what is open: repaid, credited, accepted, written off or expired; closes the deduction when nothing is left. */
export const resolveDeduction = defineCommand({
  event: 'deduction.resolved',
  input: ResolveInput,
  find: findSubject,
  allow: (actor, subject) => canResolve(actor, subject.deduction, subject.kind),
  async change({ tx, actor, today }, { deduction }, input) {
    assertFresh([deduction], { deductions: [input] })
    if (deduction.openMinor === 0n) throw new Refusal('deductions/already-closed')
    const amount = input.amountMinor === '' ? deduction.openMinor : BigInt(input.amountMinor)
    if (amount <= 0n || amount > deduction.openMinor) throw new Refusal('invalid-input', { fields: { amountMinor: 'too_big' } })
    const openMinor = deduction.openMinor - amount
    const state = openMinor === 0n ? 'closed' : deduction.state
    const action = chooseNextAction({ ...deduction, verdict: deduction.decidedVerdict ?? deduction.verdict, openMinor, state })
    await tx.$executeRaw(sql`
      INSERT INTO resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on, reference, reason, created_by)
      VALUES (${deduction.id}::uuid, ${deduction.customerId}::uuid, ${input.kind}, ${amount}, ${deduction.currency},
        ${input.resolvedOn ?? today}::date, nullif(${input.reference}, ''), nullif(${input.reason}, ''),
        ${actor.kind === 'job' ? null : actor.userId}::uuid)`)
    await tx.$executeRaw(sql`
      UPDATE deduction SET open_minor = ${openMinor}, state = ${state}, next_action = ${action}, version = version + 1, updated_at = now()
      WHERE id = ${deduction.id}::uuid`)
    return { id: deduction.id, openMinor, state }
  },
})

async function findSubject(scope: Scope, input: Input): Promise<Subject | null> {
  const [deduction] = (await findForChange(scope, { deductions: [input] })) ?? []
  return deduction ? { deduction, kind: input.kind } : null
}
