import { Refusal } from '@/core/refusal'
import { decideApproval } from '@/features/approvals/commands/decide-approval'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canDecideRelease } from '../policy'
import { isSameRelease } from '../rules/release-content'
import { DecideReleaseInput } from '../schemas'
import { findExceptionsForChange } from './find-for-change'

/**
 * The second person's word on a release above the limit. Refuses 'approvals/changed' when the exception shows other figures by now
 * than the ones that were asked for; a refused release stays held.
 */
export const decideRelease = defineCommand({
  event: 'order-exception.release-decided',
  input: DecideReleaseInput,
  find: findWaiting,
  allow: canDecideRelease,
  async change(scope, exception, input) {
    if (exception.state !== 'held') throw new Refusal('orders/already-decided')
    if (input.decision === 'approved' && !isSameRelease(exception.content, exception)) throw new Refusal('approvals/changed')
    const { exceptionId, ...rest } = input
    await decideApproval(scope.actor, { kind: 'order-release', subjectId: exceptionId, ...rest }, { within: scope })
    const { actor, tx } = scope
    await tx.$executeRaw(
      input.decision === 'approved'
        ? sql`UPDATE order_exception SET state = 'released', decided_at = now(), version = version + 1 WHERE id = ${exceptionId}::uuid`
        : sql`UPDATE order_exception SET decided_by = ${actor.kind === 'job' ? null : actor.userId}::uuid, decided_at = now(), reason = ${input.reason},
            version = version + 1 WHERE id = ${exceptionId}::uuid`,
    )
    return { id: exceptionId, state: input.decision === 'approved' ? 'released' : 'held' }
  },
})

async function findWaiting(scope: Scope, { exceptionId }: { exceptionId: string }) {
  const [exception] = (await findExceptionsForChange(scope, [exceptionId])) ?? []
  const [request] = await selectIn<{ content: Record<string, unknown>; requestedBy: string }>(
    scope.tx,
    sql`SELECT content, requested_by::text AS "requestedBy" FROM approval_request
      WHERE kind = 'order-release' AND subject_id = ${exceptionId}::uuid AND state = 'open'`,
  )
  return exception && request ? { ...exception, ...request } : null
}
