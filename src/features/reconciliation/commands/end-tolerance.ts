import type * as z from 'zod'
import { systemActor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canHandleDifference } from '../policy'
import { EndToleranceInput } from '../schemas'
import { reconcile } from './reconcile'

type Ending = { id: string; customerId: string; version: number; validFrom: string; lastDay: string | null }

/**
 * Ends an approved tolerance by a day: orders after it are not covered any more, and what they let differ opens again with the comparison
 * that follows inside the same transaction. Nobody has to approve less tolerance.
 */
export const endTolerance = defineCommand({
  event: 'tolerance.ended',
  input: EndToleranceInput,
  find: findApproved,
  allow: canHandleDifference,
  timeoutMs: 600_000,
  async change(scope, tolerance, { version, endsOn }) {
    if (tolerance.version !== version) throw new Refusal('stale')
    if (endsOn < tolerance.validFrom) throw new Refusal('invalid-input', { fields: { endsOn: 'not-a-date' } })
    if (tolerance.lastDay !== null && endsOn >= tolerance.lastDay) throw new Refusal('reconciliation/ends-before')
    await scope.tx.$executeRaw(
      sql`UPDATE difference_tolerance SET ended_on = ${endsOn}::date, version = version + 1 WHERE id = ${tolerance.id}::uuid`,
    )
    await reconcile(systemActor('tolerances'), { only: 'changed' }, { within: scope })
    return { id: tolerance.id }
  },
})

async function findApproved({ tx, actor }: Scope, { id }: z.output<typeof EndToleranceInput>): Promise<Ending | null> {
  const [row] = await selectIn<Ending>(
    tx,
    sql`SELECT id::text, customer_id::text AS "customerId", version, valid_from::text AS "validFrom", least(valid_to, ended_on)::text AS "lastDay"
      FROM difference_tolerance WHERE id = ${id}::uuid AND state = 'approved' AND ${scopeOf(actor, sql`customer_id`)} FOR UPDATE`,
  )
  return row ?? null
}
