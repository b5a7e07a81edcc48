import type { Actor } from '@/core/actor'
import { addDays, type CalendarDate } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { AT_RISK } from '@/features/deductions/queries/deduction-terms'
import { tabCondition } from '@/features/deductions/queries/tracker-conditions'
import { companyToday } from '@/server/clock'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

export type DayOfDeadlines = { on: CalendarDate; count: number; atRisk: Money[]; href: string }

const DAYS = 8

/** What has to be filed on each of the next days: how many and how much is at risk, per currency. */
export async function findWeekDeadlines(actor: Actor): Promise<DayOfDeadlines[]> {
  const today = companyToday()
  const rows = await select<{ on: CalendarDate; currency: string; count: number; minor: bigint }>(sql`
    SELECT d.deadline_on AS "on", d.currency, count(*)::int AS count, sum(${AT_RISK})::bigint AS minor FROM deduction d
    WHERE ${scopeOf(actor, sql`d.customer_id`)} AND ${tabCondition(actor, 'due', today)} GROUP BY 1, 2 ORDER BY 1, 4 DESC`)
  return Array.from({ length: DAYS }, (_, index) => {
    const on = addDays(today, index)
    const own = rows.filter((row) => row.on === on)
    return {
      on,
      count: own.reduce((sum, row) => sum + row.count, 0),
      atRisk: own.filter((row) => row.minor > 0n).map((row) => money(row.minor, row.currency)),
      href: `/deductions?tab=due&due=${on}`,
    }
  })
}
