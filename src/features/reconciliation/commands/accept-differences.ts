import { Refusal } from '@/core/refusal'
import { recordComments } from '@/features/tasks/commands/record-comments'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canHandleDifference } from '../policy'
import { AcceptDifferencesInput } from '../schemas'

type Found = { id: string; customerId: string; state: string }[]

/** Accepts differences as they are, with a reason: nobody has to correct them. All or none. */
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

async function findDifferencesForChange({ tx, actor }: Scope, input: { ids: string[] }): Promise<Found | null> {
  const rows = await selectIn<{ id: string; customer_id: string; state: string }>(
    tx,
    sql`SELECT id::text, customer_id::text, state FROM difference WHERE id = ANY(${input.ids}::uuid[]) AND ${scopeOf(actor, sql`customer_id`)} FOR UPDATE`,
  )
  if (rows.length !== new Set(input.ids).size) return null
  return rows.map((row) => ({ id: row.id, customerId: row.customer_id, state: row.state }))
}
