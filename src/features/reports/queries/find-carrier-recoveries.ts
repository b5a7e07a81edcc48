import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { ReportWeek } from '../rules/report-week'

/** What carriers paid in a week in one currency; minor units. It is no part of what customers gave back. */
export async function findCarrierRecoveries(actor: Actor, week: ReportWeek, currency: string): Promise<{ minor: bigint; count: number }> {
  const [row] = await select<{ minor: bigint; count: number }>(sql`
    SELECT coalesce(sum(f.paid_minor), 0)::bigint AS minor, count(*)::int AS count FROM freight_claim f
    WHERE ${scopeOf(actor, sql`f.customer_id`)} AND f.state = 'paid' AND f.currency = ${currency} AND f.answered_on BETWEEN ${week.from}::date AND ${week.to}::date`)
  return row ?? { minor: 0n, count: 0 }
}
