import type * as z from 'zod'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canKeepPlaybook } from '../policy'
import { AddWindowInput } from '../schemas'

/** Enters what one source says about how long a customer accepts disputes. The same source said again replaces what it said before. */
export const addWindow = defineCommand({
  event: 'dispute-window.added',
  input: AddWindowInput,
  find: findCustomer,
  allow: canKeepPlaybook,
  async change({ tx, today }, _customer, input) {
    await tx.$executeRaw(sql`
      INSERT INTO dispute_window (customer_id, category, days, anchor, source, checked_on, confidence)
      VALUES (${input.customerId}::uuid, ${input.category}, ${input.days}, ${input.anchor}, ${input.source}, ${today}::date, ${input.confidence})
      ON CONFLICT (customer_id, category, anchor, source) DO UPDATE SET days = excluded.days, checked_on = excluded.checked_on,
        confidence = excluded.confidence, confirmed_by = NULL, confirmed_at = NULL, confirmed_from = NULL`)
    return { customerId: input.customerId, category: input.category }
  },
})

async function findCustomer({ tx, actor }: Scope, { customerId }: z.output<typeof AddWindowInput>): Promise<{ id: string } | null> {
  const [customer] = await selectIn<{ id: string }>(
    tx,
    sql`SELECT c.id::text FROM customer c WHERE c.id = ${customerId}::uuid AND ${scopeOf(actor, sql`c.id`)}`,
  )
  return customer ?? null
}
