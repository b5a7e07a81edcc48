import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canDecide } from '../policy'
import { chooseNextAction } from '../rules/next-action'
import type { VerdictKind } from '../rules/verdict'
import { DecideInput } from '../schemas'
import { assertFresh, type DeductionForChange, findForChange } from './find-for-change'

type Input = z.output<typeof DecideInput>
type Decision = { id: string; verdict: VerdictKind | null; recoverable: bigint; state: string; action: string }

/** A person agrees with the verdict, overrules it with a reason, or takes the decision back; for one deduction or many. */
export const decideDeduction = defineCommand({
  event: 'deduction.decided',
  input: DecideInput,
  find: findForChange,
  allow: canDecide,
  async change({ tx }, deductions, input) {
    assertFresh(deductions, input)
    const decisions = deductions.map((deduction) => decide(deduction, input))
    await tx.$executeRaw(sql`
      UPDATE deduction d SET decided_verdict = n.verdict, decision_reason = nullif(${input.decision === 'reopen' ? '' : input.reason}, ''),
        recoverable_minor = n.recoverable, state = n.state, next_action = n.action, version = d.version + 1, updated_at = now()
      FROM unnest(${decisions.map((one) => one.id)}::uuid[], ${decisions.map((one) => one.verdict)}::text[],
        ${decisions.map((one) => one.recoverable)}::bigint[], ${decisions.map((one) => one.state)}::text[],
        ${decisions.map((one) => one.action)}::text[]) AS n(id, verdict, recoverable, state, action)
      WHERE d.id = n.id`)
    return { count: decisions.length }
  },
})

function decide(deduction: DeductionForChange, input: Input): Decision {
  if (deduction.state === 'closed') throw new Refusal('deductions/already-closed', { details: { number: String(deduction.number) } })
  const verdict = verdictOf(deduction, input)
  const state = deduction.state === 'submitted' ? 'submitted' : verdict === null || verdict === 'undecided' ? 'new' : 'ready'
  const action = chooseNextAction({ ...deduction, verdict: verdict ?? deduction.verdict, state })
  return { id: deduction.id, verdict, recoverable: recoverableOf(deduction, verdict, input), state, action }
}

function verdictOf(deduction: DeductionForChange, input: Input): VerdictKind | null {
  switch (input.decision) {
    case 'reopen':
      return null
    case 'agree':
      if (deduction.verdict === 'undecided')
        throw new Refusal('deductions/nothing-to-agree', { details: { number: String(deduction.number) } })
      return deduction.verdict
    default:
      if (input.decision !== deduction.verdict && input.reason === '')
        throw new Refusal('invalid-input', { fields: { reason: 'required' } })
      return input.decision
  }
}

function recoverableOf(deduction: DeductionForChange, verdict: VerdictKind | null, input: Input): bigint {
  if (verdict === null || verdict === deduction.verdict || verdict === 'undecided') return deduction.judgedRecoverableMinor
  if (verdict === 'valid') return 0n
  if (verdict !== 'partly') return deduction.amountMinor
  const part = input.recoverableMinor === '' ? 0n : BigInt(input.recoverableMinor)
  if (part <= 0n || part >= deduction.amountMinor) throw new Refusal('invalid-input', { fields: { recoverableMinor: 'invalid_value' } })
  return part
}
