import type { Actor } from '@/core/actor'
import { CAUSE, causeTerm } from '@/features/deductions/queries/cause-sql'
import { TAKEN_ON } from '@/features/deductions/queries/deduction-terms'
import { type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { ReportWeek } from '../rules/report-week'

/** New deductions of one group, minor units of the currency asked for. */
export type LeakageRow = { key: string | null; name: string | null; team: string | null; minor: bigint; count: number }

export type NewLeakage = {
  byCause: LeakageRow[]
  byNature: LeakageRow[]
  byTeam: LeakageRow[]
  byCustomer: LeakageRow[]
  byReason: LeakageRow[]
}

/**
 * What was newly taken in a week in one currency, by our root cause, whether that can be prevented, who can
 * stop it, by customer and by kind of reason; the largest first. A root cause has the team of its newest deduction's day.
 */
export async function findNewLeakage(actor: Actor, week: ReportWeek, currency: string): Promise<NewLeakage> {
  const by = (key: Sql, name: Sql): Promise<LeakageRow[]> =>
    select<LeakageRow>(sql`
      SELECT ${key} AS key, ${name} AS name, (array_agg(cause.team ORDER BY ${TAKEN_ON} DESC))[1] AS team, sum(d.amount_minor)::bigint AS minor, count(*)::int AS count
      FROM deduction d JOIN customer c ON c.id = d.customer_id LEFT JOIN LATERAL ${causeTerm(TAKEN_ON)} cause ON true
      WHERE ${scopeOf(actor, sql`d.customer_id`)} AND d.currency = ${currency} AND ${TAKEN_ON} BETWEEN ${week.from}::date AND ${week.to}::date
      GROUP BY 1, 2 ORDER BY minor DESC, 1`)
  const [byCause, byNature, byTeam, byCustomer, byReason] = await Promise.all([
    by(CAUSE, sql`NULL::text`),
    by(sql`cause.nature`, sql`NULL::text`),
    by(sql`cause.team`, sql`NULL::text`),
    by(sql`c.code`, sql`c.name`),
    by(sql`d.category`, sql`NULL::text`),
  ])
  return { byCause, byNature, byTeam, byCustomer, byReason }
}
