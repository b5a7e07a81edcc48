import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canKeepClocks } from '../policy'
import { EndClockInput } from '../schemas'

type Ending = { customerId: string | null; version: number; validFrom: string }

/** Ends a version of a clock by a day; from then on what is more general, or earlier, holds again. */
export const endClock = defineCommand({
  event: 'step-clock.ended',
  input: EndClockInput,
  find: findClock,
  allow: canKeepClocks,
  async change({ tx }, clock, { id, version, endsOn }) {
    if (clock.version !== version) throw new Refusal('stale')
    if (endsOn < clock.validFrom) throw new Refusal('invalid-input', { fields: { endsOn: 'not-a-date' } })
    await tx.$executeRaw(
      sql`UPDATE step_clock SET valid_to = ${endsOn}::date, version = version + 1, changed_at = now() WHERE id = ${id}::uuid`,
    )
    return { id }
  },
})

async function findClock({ tx, actor }: Scope, { id }: z.output<typeof EndClockInput>): Promise<Ending | null> {
  const [row] = await selectIn<Ending>(
    tx,
    sql`SELECT s.customer_id::text AS "customerId", s.version, s.valid_from::text AS "validFrom" FROM step_clock s
      WHERE s.id = ${id}::uuid AND (s.customer_id IS NULL OR ${scopeOf(actor, sql`s.customer_id`)}) FOR UPDATE`,
  )
  return row ?? null
}
