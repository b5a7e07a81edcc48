import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { requestApproval } from '@/features/approvals/commands/request-approval'
import { voidApprovals } from '@/features/approvals/commands/void-approvals'
import { findOwnLimits, isAbove } from '@/features/approvals/queries/find-own-limits'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canDecideExceptions } from '../policy'
import { decisionsFrom } from '../rules/exception-kinds'
import { releaseContent } from '../rules/release-content'
import { DecideExceptionsInput } from '../schemas'
import { type ExceptionForChange, findChosenExceptions } from './find-for-change'

type Input = z.output<typeof DecideExceptionsInput>

/**
 * Holds, releases, rejects or corrects what does not match. Everything but holding says why; a correction says to what and where.
 * A release above the person's limit is held and asked of a second person. Refuses 'stale' when somebody else was faster.
 */
export const decideExceptions = defineCommand({
  event: 'order-exception.decided',
  input: DecideExceptionsInput,
  find: findChosenExceptions,
  allow: canDecideExceptions,
  timeoutMs: 60_000,
  async change(scope, exceptions, input) {
    assertComplete(input)
    const limits = await findOwnLimits(scope.actor, (query) => selectIn(scope.tx, query))
    let waiting = 0
    for (const exception of exceptions) {
      if (!decisionsFrom(exception.state).includes(input.decision)) throw new Refusal('orders/already-decided')
      const asks = input.decision === 'released' && isAbove(limits, exception.atStakeMinor, exception.currency)
      if (asks) await askForRelease(scope, exception, input.reason)
      else await voidApprovals(scope.actor, { kind: 'order-release', subjectIds: [exception.id] }, { within: scope })
      await writeDecision(scope, exception, input, asks ? 'held' : input.decision)
      waiting += asks ? 1 : 0
    }
    return { count: exceptions.length, waiting }
  },
})

function assertComplete(input: Input): void {
  if (input.decision === 'held') return
  if (input.reason === '') throw new Refusal('invalid-input', { fields: { reason: 'required' } })
  if (input.decision !== 'corrected') return
  if (input.correctedValue === '') throw new Refusal('invalid-input', { fields: { correctedValue: 'required' } })
  if (input.exceptions.length > 1) throw new Refusal('orders/one-correction-at-a-time')
}

async function askForRelease(scope: Scope, exception: ExceptionForChange, reason: string): Promise<void> {
  const label = [exception.poNumber, exception.line].filter((part) => part !== '').join(' ')
  const content = releaseContent(exception, reason)
  const { id, customerId } = exception
  await requestApproval(scope.actor, { kind: 'order-release', subjectId: id, customerId, label, content }, { within: scope })
}

async function writeDecision({ tx, actor }: Scope, exception: ExceptionForChange, input: Input, state: string): Promise<void> {
  const version = input.exceptions.find(({ id }) => id === exception.id)?.version
  const isCorrection = state === 'corrected'
  const changed = await tx.$executeRaw(sql`
    UPDATE order_exception SET state = ${state}, decided_by = ${actor.kind === 'job' ? null : actor.userId}::uuid, decided_at = now(),
      reason = nullif(${input.reason}, ''), corrected_value = ${isCorrection ? input.correctedValue : null}, correct_in = ${isCorrection ? input.correctIn : null},
      version = version + 1
    WHERE id = ${exception.id}::uuid AND version = ${version ?? 0}`)
  if (changed === 0) throw new Refusal('stale')
}
