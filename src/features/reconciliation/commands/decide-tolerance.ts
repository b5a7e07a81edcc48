import type * as z from 'zod'
import { systemActor } from '@/core/actor'
import { decideApproval } from '@/features/approvals/commands/decide-approval'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql, type Tx } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canHandleDifference } from '../policy'
import { DecideToleranceInput } from '../schemas'
import { reconcile } from './reconcile'

/**
 * The second person's word on a tolerance as it was seen. An approved one holds at once: what it covers is accepted by the rule
 * with the comparison that follows inside the same transaction.
 */
export const decideTolerance = defineCommand({
  event: 'tolerance.decided',
  input: DecideToleranceInput,
  find: findProposed,
  allow: canHandleDifference,
  timeoutMs: 600_000,
  async change(scope, tolerance, { contentHash, decision, reason }) {
    await decideApproval(
      scope.actor,
      { kind: 'difference-tolerance', subjectId: tolerance.id, contentHash, decision, reason },
      { within: scope },
    )
    await scope.tx.$executeRaw(
      sql`UPDATE difference_tolerance SET state = ${decision}, version = version + 1 WHERE id = ${tolerance.id}::uuid`,
    )
    if (decision === 'approved') await endReplaced(scope.tx, tolerance.id)
    if (decision === 'approved') await reconcile(systemActor('tolerances'), { only: 'changed' }, { within: scope })
    return { id: tolerance.id, state: decision }
  },
})

// The rule that the approved one replaces holds until the day before; what was approved of it stays written.
async function endReplaced(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE difference_tolerance old SET ended_on = greatest(new.valid_from - 1, old.valid_from - 1), version = old.version + 1
    FROM difference_tolerance new WHERE new.id = ${id}::uuid AND old.id = new.replaces_id AND old.ended_on IS NULL`)
}

type Proposed = { id: string; customerId: string }

async function findProposed({ tx, actor }: Scope, input: z.output<typeof DecideToleranceInput>): Promise<Proposed | null> {
  const [row] = await selectIn<Proposed>(
    tx,
    sql`SELECT id::text, customer_id::text AS "customerId" FROM difference_tolerance
      WHERE id = ${input.id}::uuid AND state = 'proposed' AND ${scopeOf(actor, sql`customer_id`)} FOR UPDATE`,
  )
  return row ?? null
}
