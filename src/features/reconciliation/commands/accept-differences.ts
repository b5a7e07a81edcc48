import { Refusal } from '@/core/refusal'
import { recordComments } from '@/features/tasks/commands/record-comments'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canHandleDifference } from '../policy'
import { AcceptDifferencesInput } from '../schemas'
import { findDifferencesForChange } from './find-differences-for-change'

/** Accepts differences once, for the values they have, with a reason: nobody has to correct them. All or none. */
export const acceptDifferences = defineCommand({
  event: 'difference.accepted',
  input: AcceptDifferencesInput,
  find: findDifferencesForChange,
  allow: (actor, found) => found.every((difference) => canHandleDifference(actor, difference)),
  async change(scope, found, input) {
    if (found.some((difference) => difference.state === 'resolved')) throw new Refusal('reconciliation/already-resolved')
    const ids = found.map((difference) => difference.id)
    await scope.tx.$executeRaw(sql`UPDATE difference SET state = 'accepted', version = version + 1 WHERE id = ANY(${ids}::uuid[])`)
    await recordComments(
      scope,
      found.map(({ id, customerId }) => ({ subjectKind: 'difference', subjectId: id, customerId, body: input.reason })),
    )
    return { accepted: ids.length }
  },
})
