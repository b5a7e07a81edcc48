import { Refusal } from '@/core/refusal'
import { followDispute } from '@/features/deductions/commands/follow-dispute'
import { resolveDeduction } from '@/features/deductions/commands/resolve-deduction'
import { DISPUTE_LOST } from '@/features/deductions/rules/root-cause'
import { defineCommand, type Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { canRecordAnswer } from '../policy'
import type { ReturnWay } from '../rules/dispute'
import { judgeAnswer } from '../rules/judge-answer'
import { AnswerInput } from '../schemas'
import { assertFresh, type DisputeForChange, findForChange } from './find-for-change'

/** Records what the customer answered. Money that is already back, and a loss that is accepted, are booked on the deduction at once. */
export const recordAnswer = defineCommand({
  event: 'dispute.answered',
  input: AnswerInput,
  find: findForChange,
  allow: canRecordAnswer,
  async change(scope, dispute, input) {
    assertFresh(dispute, input)
    if (dispute.state !== 'submitted' && dispute.state !== 'answered') throw new Refusal('disputes/not-submitted')
    const [wonMinor, lostMinor] = [BigInt(input.wonMinor || '0'), BigInt(input.lostMinor || '0')]
    const verdict = judgeAnswer({ ...dispute, wonMinor, lostMinor, way: input.way, acceptsLoss: input.acceptsLoss })
    if (verdict.kind === 'refused') throw new Refusal(`disputes/${verdict.because}`, { fields: { wonMinor: 'invalid' } })
    const shared = { resolvedOn: input.answeredOn, reference: input.reference }
    let open = await book(scope, dispute, { ...shared, kind: returnKind(input.way), amountMinor: verdict.bookWonMinor }, null)
    open = await book(scope, dispute, { ...shared, kind: 'accepted', amountMinor: verdict.bookLostMinor }, open)
    const isClosed = open.openMinor === 0n
    await scope.tx.$executeRaw(sql`
      UPDATE dispute SET state = ${isClosed ? 'closed' : 'answered'}, outcome = ${verdict.outcome}, answered_on = ${input.answeredOn}::date,
        won_minor = ${wonMinor}, lost_minor = ${lostMinor}, denial_code = nullif(${lostMinor === 0n ? '' : input.denialCode}, ''),
        denial_text = nullif(${lostMinor === 0n ? '' : input.denialText}, ''), follow_up_on = ${isClosed ? null : input.followUpOn || null}::date,
        version = version + 1 WHERE id = ${dispute.id}::uuid`)
    if (!isClosed)
      await followDispute(scope.actor, { id: dispute.deductionId, state: verdict.isMoneyDue ? 'submitted' : 'ready' }, { within: scope })
    return { id: dispute.id, outcome: verdict.outcome, isClosed }
  },
})

type Booking = { kind: 'repaid' | 'credited' | 'accepted'; amountMinor: bigint; resolvedOn: string; reference: string }
type Open = { openMinor: bigint; version: number }

async function book(scope: Scope, dispute: DisputeForChange, booking: Booking, before: Open | null): Promise<Open> {
  const open = before ?? { openMinor: dispute.openMinor, version: dispute.deductionVersion }
  if (booking.amountMinor === 0n) return open
  const resolved = await resolveDeduction(
    scope.actor,
    { ...booking, causeElse: DISPUTE_LOST, id: dispute.deductionId, version: open.version, amountMinor: booking.amountMinor.toString() },
    { within: scope },
  )
  return { openMinor: resolved.openMinor, version: resolved.version }
}

function returnKind(way: ReturnWay): 'repaid' | 'credited' {
  return way === 'credited' ? 'credited' : 'repaid'
}
