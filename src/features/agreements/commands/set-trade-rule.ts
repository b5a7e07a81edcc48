import * as z from 'zod'
import { asCalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canKeepPlaybook } from '../policy'
import { isRetailerRule, TRADE_RULES, UNIT_OF_RULE } from '../rules/trade-rule'

const day = z.iso.date('not-a-date').transform(asCalendarDate)

/** A rule from a day on. `value` is null when there is none any more. `version` is that of a row of the same day. */
const SetTradeRuleInput = z.strictObject({
  kind: z.enum(TRADE_RULES),
  customerId: z.uuid().nullable(),
  carrier: z.string().trim().toUpperCase().max(20, 'too_big').nullable().default(null),
  value: z.number().int().min(0).max(1_000_000, 'too_big').nullable(),
  validFrom: day,
  source: z.string().trim().min(1, 'required').max(400, 'too_big'),
  checkedOn: day.nullable().default(null),
  version: z.number().int().positive().nullable().default(null),
})
type Input = z.output<typeof SetTradeRuleInput>
type Before = { version: number | null; newestFrom: string | null }

/**
 * Says what a rule of a retailer or of the trade is from a day on, and where that was read. Refuses 'stale' when somebody changed that
 * day's row since it was seen, a day before the newest one, a rule of a retailer without one, and a freight rule with one.
 */
export const setTradeRule = defineCommand({
  event: 'trade-rule.set',
  input: SetTradeRuleInput,
  find: findRule,
  allow: canKeepPlaybook,
  async change({ tx, actor, today }, before, input) {
    if (before.version !== input.version) throw new Refusal('stale')
    if (isRetailerRule(input.kind) !== (input.customerId !== null))
      throw new Refusal('invalid-input', { fields: { customerId: 'required' } })
    if (before.newestFrom !== null && input.validFrom < before.newestFrom)
      throw new Refusal('invalid-input', { fields: { validFrom: 'before-the-last-one' } })
    if (input.checkedOn !== null && input.checkedOn > today) throw new Refusal('invalid-input', { fields: { checkedOn: 'in-the-future' } })
    if (UNIT_OF_RULE[input.kind] !== 'ppm' && (input.value ?? 0) > 3_650)
      throw new Refusal('invalid-input', { fields: { value: 'too_big' } })
    await tx.$executeRaw(sql`
      INSERT INTO trade_rule AS r (kind, customer_id, carrier, value, valid_from, source, checked_on, set_by)
      VALUES (${input.kind}, ${input.customerId}::uuid, ${input.carrier}, ${input.value}, ${input.validFrom}::date, ${input.source},
        ${input.checkedOn}::date, ${actor.kind === 'job' ? null : actor.userId}::uuid)
      ON CONFLICT (kind, coalesce(customer_id::text, ''), coalesce(carrier, ''), valid_from) DO UPDATE SET value = excluded.value, source = excluded.source,
        checked_on = excluded.checked_on, set_by = excluded.set_by, set_at = now(), version = r.version + 1`)
    return { kind: input.kind }
  },
})

async function findRule({ tx }: Scope, { kind, customerId, carrier, validFrom }: Input): Promise<Before> {
  const rows = await selectIn<{ version: number; validFrom: string }>(
    tx,
    sql`SELECT version, valid_from::text AS "validFrom" FROM trade_rule WHERE kind = ${kind} AND customer_id IS NOT DISTINCT FROM ${customerId}::uuid
      AND carrier IS NOT DISTINCT FROM ${carrier} ORDER BY valid_from DESC FOR UPDATE`,
  )
  return { version: rows.find((row) => row.validFrom === validFrom)?.version ?? null, newestFrom: rows[0]?.validFrom ?? null }
}
