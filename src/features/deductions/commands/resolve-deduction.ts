import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { findOwnLimits, isAbove } from '@/features/approvals/queries/find-own-limits'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn } from '@/server/db/client'
import { canResolve } from '../policy'
import { causeOf } from '../rules/decide'
import { isGivingUp } from '../rules/deduction'
import { explainsOwed } from '../rules/root-cause'
import { ResolveInput } from '../schemas'
import { askSecondPerson } from './ask-second-person'
import { assertCause } from './assert-cause'
import { assertFresh } from './assert-fresh'
import { type DeductionForChange, findForChange } from './find-for-change'
import { type Resolved, writeResolution } from './write-resolution'

type Input = z.output<typeof ResolveInput>
type Subject = { deduction: DeductionForChange; kind: Input['kind'] }

/**
 * Takes an amount off what is open: repaid, credited, accepted, written off or expired; closes the deduction when nothing
 * is left. Giving up more than the person's limit waits for a second one: then nothing changes and `isWaiting` says so.
 */
export const resolveDeduction = defineCommand({
  event: 'deduction.resolved',
  input: ResolveInput,
  find: findSubject,
  allow: (actor, subject) => canResolve(actor, subject.deduction, subject.kind),
  async change(scope, { deduction }, input): Promise<Resolved & { isWaiting: boolean }> {
    const { actor, today } = scope
    await assertFresh(scope, [deduction], { deductions: [input] }, isGivingUp(input.kind) ? 'give-up' : 'book')
    if (deduction.openMinor === 0n) throw new Refusal('deductions/already-closed')
    const amountMinor = input.amountMinor === '' ? deduction.openMinor : BigInt(input.amountMinor)
    if (amountMinor <= 0n || amountMinor > deduction.openMinor) throw new Refusal('invalid-input', { fields: { amountMinor: 'too_big' } })
    const { kind, reference, reason } = input
    const causeKey = await nameCause(scope, deduction, input)
    const resolvedOn = input.resolvedOn ?? today
    if (isGivingUp(kind) && isAbove(await ownLimits(scope), amountMinor, deduction.currency)) {
      const asked = {
        act: 'resolve',
        kind,
        amountMinor: amountMinor.toString(),
        currency: deduction.currency,
        resolvedOn,
        reference,
        reason,
        causeKey: causeKey ?? '',
      } as const
      await askSecondPerson(scope, deduction, asked)
      const { id, openMinor, state, version } = deduction
      return { id, openMinor, state, version, isWaiting: true }
    }
    const createdBy = actor.kind === 'job' ? null : actor.userId
    const resolved = await writeResolution(scope, deduction, {
      kind,
      amountMinor,
      resolvedOn,
      reference,
      reason,
      causeKey,
      createdBy,
      approvalId: null,
    })
    return { ...resolved, isWaiting: false }
  },
})

// What is accepted is owed, so it has a root cause; for money that came back or ran out of time one may be named.
async function nameCause(scope: Scope, deduction: DeductionForChange, input: Input): Promise<string | null> {
  const isOwed = input.kind === 'accepted'
  await assertCause(scope, input.causeKey, isOwed)
  const isKnown = deduction.causeKey !== null || (deduction.judgedNature !== null && explainsOwed(deduction.judgedNature))
  const named = input.causeKey === '' && !isKnown ? input.causeElse : input.causeKey
  return causeOf(deduction, isOwed ? 'valid' : 'partly', named)
}

function ownLimits({ actor, tx }: Scope): ReturnType<typeof findOwnLimits> {
  return findOwnLimits(actor, (query) => selectIn(tx, query))
}

async function findSubject(scope: Scope, input: Input): Promise<Subject | null> {
  const [deduction] = (await findForChange(scope, { deductions: [input] })) ?? []
  return deduction ? { deduction, kind: input.kind } : null
}
