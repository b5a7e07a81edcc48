import { Refusal } from '@/core/refusal'
import type { DeductionState, NextAction } from './deduction'
import { chooseNextAction } from './next-action'
import { type CauseNature, explainsOwed } from './root-cause'
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
  /** The leaf a person named, and the nature today of the one that the evidence shows. */
  causeKey: string | null
  judgedNature: CauseNature | null
}
export type DecisionInput = { decision: 'agree' | 'reopen' | VerdictKind; recoverableMinor: string; reason: string; causeKey: string }
export type Decision = {
  id: string
  verdict: VerdictKind | null
  recoverable: bigint
  state: DeductionState
  action: NextAction
  causeKey: string | null
}

/**
 * What a person's word makes of a deduction. Refuses 'deductions/already-closed', agreement where nothing was judged, an
 * overruling without reason, a part that is none, and
 * 'deductions/needs-cause'. Amounts are minor units.
 */
export function decide(deduction: DecidedOn, input: DecisionInput): Decision {
  if (deduction.state === 'closed') throw new Refusal('deductions/already-closed', { details: { number: String(deduction.number) } })
  const verdict = verdictOf(deduction, input)
  const state = deduction.state === 'submitted' ? 'submitted' : verdict === null || verdict === 'undecided' ? 'new' : 'ready'
  const action = chooseNextAction({ ...deduction, verdict: verdict ?? deduction.verdict, state })
  const causeKey = causeOf(deduction, verdict, input.causeKey)
  return { id: deduction.id, verdict, recoverable: recoverableOf(deduction, verdict, input), state, action, causeKey }
}

/** What the decision gives up of the money that the evidence says is not owed, minor units; zero when it gives up nothing. */
export function givenUp(deduction: DecidedOn, decision: Decision): bigint {
  const lost = deduction.judgedRecoverableMinor - decision.recoverable
  return lost > 0n ? lost : 0n
}

/**
 * The leaf that is kept with a decision: the one named now, else the one named before; null leaves it to the evidence. Refuses
 * 'deductions/needs-cause' when something is called owed and neither a person nor the evidence says where it comes from.
 */
export function causeOf(
  deduction: Pick<DecidedOn, 'number' | 'causeKey' | 'judgedNature'>,
  verdict: VerdictKind | null,
  named: string,
): string | null {
  if (verdict === null) return null
  const cause = named === '' ? deduction.causeKey : named
  if (verdict === 'valid' && !isCauseKnown(deduction, cause))
    throw new Refusal('deductions/needs-cause', { fields: { causeKey: 'required' }, details: { number: String(deduction.number) } })
  return cause
}

/** Whether a person or the evidence says where something that is owed comes from. */
export function isCauseKnown({ judgedNature }: Pick<DecidedOn, 'judgedNature'>, cause: string | null): boolean {
  return cause !== null || (judgedNature !== null && explainsOwed(judgedNature))
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
