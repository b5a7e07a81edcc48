import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { companyToday } from '@/server/clock'
import { select, sql } from '@/server/db/client'
import { canSetSmallAmounts } from '../policy'
import type { SmallAmountRole } from '../rules/small-amount'

/** One row of the policy of small amounts with what was accepted under it so far; taken back again is not counted. */
export type SmallAmountRow = {
  id: string
  customerId: string
  customerName: string
  validFrom: CalendarDate
  limit: Money
  role: SmallAmountRole
  reason: string
  setBy: string | null
  version: number
  /** In force today; a row that begins later or was replaced is not. */
  isInForce: boolean
  /** Nothing may be set before the newest row, so only that one is changed. */
  isNewest: boolean
  accepted: { count: number; amount: Money }
}

type Found = Omit<SmallAmountRow, 'limit' | 'accepted'> & { currency: string; limitMinor: bigint; count: number; minor: bigint }

/** The policy of every customer, newest first; nothing for those who may not set it. */
export async function findSmallAmounts(actor: Actor): Promise<SmallAmountRow[]> {
  if (!canSetSmallAmounts(actor)) return []
  const rows = await select<Found>(sql`
    SELECT p.id::text, p.customer_id::text AS "customerId", c.name AS "customerName", p.valid_from AS "validFrom", p.currency, p.limit_minor AS "limitMinor",
      p.role, p.reason, u.name AS "setBy", p.version, coalesce(n.count, 0) AS count, coalesce(n.minor, 0) AS minor,
      p.id = (SELECT y.id FROM small_amount_policy y WHERE y.customer_id = p.customer_id AND y.currency = p.currency AND y.valid_from <= ${companyToday()}::date
        ORDER BY y.valid_from DESC LIMIT 1) IS TRUE AS "isInForce",
      NOT EXISTS (SELECT 1 FROM small_amount_policy y WHERE y.customer_id = p.customer_id AND y.currency = p.currency AND y.valid_from > p.valid_from) AS "isNewest"
    FROM small_amount_policy p JOIN customer c ON c.id = p.customer_id LEFT JOIN app_user u ON u.id = p.set_by
    LEFT JOIN (SELECT r.policy_id, count(*)::int AS count, sum(r.amount_minor)::bigint AS minor FROM resolution r
      WHERE r.policy_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM resolution b WHERE b.reverses_id = r.id) GROUP BY 1) n ON n.policy_id = p.id
    ORDER BY c.name, p.currency, p.valid_from DESC`)
  return rows.map(({ currency, limitMinor, count, minor, ...row }) => ({
    ...row,
    limit: money(limitMinor, currency),
    accepted: { count, amount: money(minor, currency) },
  }))
}
