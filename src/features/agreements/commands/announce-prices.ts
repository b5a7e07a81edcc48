import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canAnnouncePrices } from '../policy'
import { AnnouncePricesInput } from '../schemas'

type Input = z.output<typeof AnnouncePricesInput>

/** Notes that customers were told of new prices: on which day, by whom, and what shows it. Refuses a day that has not come yet. */
export const announcePrices = defineCommand({
  event: 'price.announced',
  input: AnnouncePricesInput,
  find: findConditions,
  allow: canAnnouncePrices,
  async change({ tx, actor, today }, conditions, input) {
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    if (input.announcedOn > today) throw new Refusal('invalid-input', { fields: { announcedOn: 'agreements/not-yet' } })
    const ids = conditions.map(({ id }) => id)
    const count = await tx.$executeRaw(sql`
      INSERT INTO price_announcement AS a (customer_id, item_id, valid_from, price_micros, currency, announced_on, evidence, announced_by)
      SELECT DISTINCT ON (p.customer_id, p.item_id, p.valid_from, p.price_micros) p.customer_id, p.item_id, p.valid_from, p.price_micros, p.currency,
        ${input.announcedOn}::date, ${input.evidence}, ${actor.userId}::uuid
      FROM price_condition p WHERE p.id = ANY(${ids}::uuid[])
      ON CONFLICT (customer_id, item_id, valid_from, price_micros) DO UPDATE SET announced_on = excluded.announced_on, evidence = excluded.evidence,
        announced_by = excluded.announced_by`)
    return { count }
  },
})

async function findConditions({ tx, actor }: Scope, input: Input): Promise<{ id: string }[] | null> {
  const found = await selectIn<{ id: string }>(
    tx,
    sql`SELECT p.id::text FROM price_condition p WHERE p.id = ANY(${input.priceConditionIds}::uuid[]) AND ${scopeOf(actor, sql`p.customer_id`)}`,
  )
  return found.length === new Set(input.priceConditionIds).size ? found : null
}
