import type * as z from 'zod'
import { toUtcMidnight } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canKeepPlaybook } from '../policy'
import { SaveOrderTermsInput } from '../schemas'

/**
 * Keeps how a customer orders: lead time, notice of price changes, least order value, holidays, where replies go, and the source of it.
 * Refuses 'stale' when somebody saved since the version that was seen.
 */
export const saveOrderTerms = defineCommand({
  event: 'order-terms.saved',
  input: SaveOrderTermsInput,
  find: findTerms,
  allow: canKeepPlaybook,
  async change({ tx }, customer, { customer: _code, version, minimumMinor, holidays, checkedOn, ...rest }) {
    if (version !== undefined && version !== customer.version) throw new Refusal('stale')
    const values = {
      ...rest,
      minimumMinor: minimumMinor === null ? null : BigInt(minimumMinor),
      holidays: holidays.map(toUtcMidnight),
      checkedOn: checkedOn === null ? null : toUtcMidnight(checkedOn),
    }
    return tx.orderTerm.upsert({
      where: { customerId: customer.id },
      create: { customerId: customer.id, ...values },
      update: { ...values, version: { increment: 1 } },
      select: { id: true },
    })
  },
})

type Terms = { id: string; version: number | null }

async function findTerms({ tx, actor }: Scope, { customer }: z.output<typeof SaveOrderTermsInput>): Promise<Terms | null> {
  const [row] = await selectIn<Terms>(
    tx,
    sql`SELECT c.id::text, t.version FROM customer c LEFT JOIN order_term t ON t.customer_id = c.id
      WHERE c.code = ${customer} AND ${scopeOf(actor, sql`c.id`)} FOR UPDATE OF c`,
  )
  return row ?? null
}
