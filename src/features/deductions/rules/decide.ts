import { Refusal } from '@/core/refusal'
import type { DeductionState, NextAction } from './deduction'
import { chooseNextAction } from './next-action'
import type { LiableParty, MissingPaper, VerdictKind } from './verdict'

/** What a decision looks at. `judgedRecoverableMinor` is the machine's own newest figure. */
export type DecidedOn = {
  id: string
  number: number
  state: DeductionState
  verdict: VerdictKind
  missing: readonly MissingPaper[]
  liable: LiableParty | null
  amountMinor: bigint
  openMinor: bigint
  judgedRecoverableMinor: bigint
}
export type DecisionInput = { decision: 'agree' | 'reopen' | VerdictKind; recoverableMinor: string; reason: string }
export type Decision = { id: string; verdict: VerdictKind | null; recoverable: bigint; state: DeductionState; action: NextAction }

/**
 * What a person's word makes of a deduction. Refuses 'deductions/already-closed', agreement where nothing was judged, an
 * overruling without reason, and a part that is none. Amounts are minor units.
 */
export function decide(deduction: DecidedOn, input: DecisionInput): Decision {
  if (deduction.state === 'closed') throw new Refusal('deductions/already-closed', { details: { number: String(deduction.number) } })
  const verdict = verdictOf(deduction, input)
  const state = deduction.state === 'submitted' ? 'submitted' : verdict === null || verdict === 'undecided' ? 'new' : 'ready'
  const action = chooseNextAction({ ...deduction, verdict: verdict ?? deduction.verdict, state })
  return { id: deduction.id, verdict, recoverable: recoverableOf(deduction, verdict, input), state, action }
}

/** What the decision gives up of the money that the evidence says is not owed, minor units; zero when it gives up nothing. */
export function givenUp(deduction: DecidedOn, decision: Decision): bigint {
  const lost = deduction.judgedRecoverableMinor - decision.recoverable
  return lost > 0n ? lost : 0n
}

function verdictOf(deduction: DecidedOn, input: DecisionInput): VerdictKind | null {
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

function recoverableOf(deduction: DecidedOn, verdict: VerdictKind | null, input: DecisionInput): bigint {
  if (verdict === null || verdict === deduction.verdict || verdict === 'undecided') return deduction.judgedRecoverableMinor
  if (verdict === 'valid') return 0n
  if (verdict !== 'partly') return deduction.amountMinor
  const part = input.recoverableMinor === '' ? 0n : BigInt(input.recoverableMinor)
  if (part <= 0n || part >= deduction.amountMinor) throw new Refusal('invalid-input', { fields: { recoverableMinor: 'invalid_value' } })
  return part
}
