import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canKeepClocks } from '../policy'
import { SetClockInput } from '../schemas'

/**
 * Says how many days a step may take from a day on. Earlier versions stay and hold for the days before; signals are looked for again with
 * the next round of the worker.
 */
export const setClock = defineCommand({
  event: 'step-clock.set',
  input: SetClockInput,
  find: findWhom,
  allow: canKeepClocks,
  async change({ tx }, { customerId }, { kind, carrier, days, validFrom, source }) {
    const [made] = await selectIn<{ id: string }>(
      tx,
      sql`INSERT INTO step_clock (kind, customer_id, carrier, days, valid_from, source)
        VALUES (${kind}, ${customerId}::uuid, ${carrier}::text, ${days}, ${validFrom}::date, ${source})
        ON CONFLICT (kind, customer_id, carrier, valid_from) DO NOTHING RETURNING id::text`,
    )
    if (!made) throw new Refusal('shipments/clock-of-that-day')
    return made
  },
})

type Whom = { customerId: string | null }

async function findWhom({ tx, actor }: Scope, { customerId }: z.output<typeof SetClockInput>): Promise<Whom | null> {
  if (customerId === null) return { customerId }
  const [row] = await selectIn<Whom>(
    tx,
    sql`SELECT c.id::text AS "customerId" FROM customer c WHERE c.id = ${customerId}::uuid AND ${scopeOf(actor, sql`c.id`)}`,
  )
  return row ?? null
}
