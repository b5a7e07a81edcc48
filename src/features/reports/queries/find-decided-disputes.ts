import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { type ReportWeek, weekOf, weeksUntil } from '../rules/report-week'

export type DecidedWeek = { week: ReportWeek; won: number; lost: number }

/** Disputes answered per week, the given week last; won in part counts as won. Withdrawn ones were not decided. */
export async function findDecidedDisputes(actor: Actor, week: ReportWeek, weeks: number): Promise<DecidedWeek[]> {
  const span = weeksUntil(week, weeks)
  const rows = await select<{ monday: CalendarDate; won: number; lost: number }>(sql`
    SELECT date_trunc('week', d.answered_on)::date AS monday, count(*) FILTER (WHERE d.outcome IN ('won', 'partly'))::int AS won,
      count(*) FILTER (WHERE d.outcome = 'lost')::int AS lost
    FROM dispute d
    WHERE ${scopeOf(actor, sql`d.customer_id`)} AND d.outcome IN ('won', 'partly', 'lost')
      AND d.answered_on BETWEEN ${span[0]?.from ?? week.from}::date AND ${week.to}::date
    GROUP BY 1`)
  const byLabel = new Map(rows.map((row) => [weekOf(row.monday).label, row]))
  return span.map((one) => ({ week: one, won: byLabel.get(one.label)?.won ?? 0, lost: byLabel.get(one.label)?.lost ?? 0 }))
}
