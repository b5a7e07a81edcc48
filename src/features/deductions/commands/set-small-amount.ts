import * as z from 'zod'
import { asCalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canSetSmallAmounts } from '../policy'
import { SMALL_AMOUNT_ROLES } from '../rules/small-amount'

/** From a day on deductions of a customer up to the limit are accepted unseen, on the authority of a role. `version` is that of a row of the same day. */
const SetSmallAmountInput = z.strictObject({
  customerId: z.uuid('required'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'invalid_format'),
  validFrom: z.iso.date('not-a-date').transform(asCalendarDate),
  /** Minor units as text; zero ends it. */
  limitMinor: z.string().regex(/^\d{1,15}$/, 'not-an-amount'),
  role: z.enum(SMALL_AMOUNT_ROLES),
  reason: z.string().trim().min(1, 'required').max(300, 'too_big'),
  version: z.number().int().positive().nullable().default(null),
})

type Input = z.output<typeof SetSmallAmountInput>
type Before = { version: number | null; newestFrom: string | null; roleLimit: bigint }

/**
 * Sets up to which amount deductions of a customer are accepted unseen from a day on. Refuses 'stale' when somebody changed that day's
 * row since it was seen, a day before the newest one, and more than the role may give up alone.
 */
export const setSmallAmount = defineCommand({
  event: 'small-amount.set',
  input: SetSmallAmountInput,
  find: findPolicy,
  allow: canSetSmallAmounts,
  async change({ tx, actor }, before, input) {
    if (before.version !== input.version) throw new Refusal('stale')
    if (before.newestFrom !== null && input.validFrom < before.newestFrom)
      throw new Refusal('invalid-input', { fields: { validFrom: 'before-the-last-one' } })
    const limitMinor = BigInt(input.limitMinor)
    if (limitMinor > before.roleLimit) throw new Refusal('deductions/above-role-limit', { fields: { limitMinor: 'too_big' } })
    const setBy = actor.kind === 'job' ? null : actor.userId
    await tx.$executeRaw(sql`
      INSERT INTO small_amount_policy AS p (customer_id, currency, valid_from, limit_minor, role, reason, set_by)
      VALUES (${input.customerId}::uuid, ${input.currency}, ${input.validFrom}::date, ${limitMinor}, ${input.role}, ${input.reason}, ${setBy}::uuid)
      ON CONFLICT (customer_id, currency, valid_from) DO UPDATE SET limit_minor = excluded.limit_minor, role = excluded.role, reason = excluded.reason,
        set_by = excluded.set_by, set_at = now(), version = p.version + 1`)
    return { customerId: input.customerId, currency: input.currency }
  },
})

async function findPolicy({ tx }: Scope, input: Input): Promise<Before | null> {
  const [row] = await selectIn<Before>(
    tx,
    sql`SELECT (SELECT p.version FROM small_amount_policy p WHERE p.customer_id = c.id AND p.currency = ${input.currency}
          AND p.valid_from = ${input.validFrom}::date FOR UPDATE) AS version,
        (SELECT max(p.valid_from)::text FROM small_amount_policy p WHERE p.customer_id = c.id AND p.currency = ${input.currency}) AS "newestFrom",
        coalesce((SELECT l.limit_minor FROM approval_limit l WHERE l.role = ${input.role} AND l.currency = ${input.currency}), 0) AS "roleLimit"
      FROM customer c WHERE c.id = ${input.customerId}::uuid`,
  )
  return row ?? null
}
