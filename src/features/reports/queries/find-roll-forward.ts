import type { Actor } from '@/core/actor'
import { addDays } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import type { ReportWeek } from '../rules/report-week'
import type { Flow, RollForward } from '../rules/roll-forward'
import { leakageTables, openAt } from './leakage-sql'

type Row = { currency: string; part: keyof Omit<RollForward, 'currency'>; minor: bigint; count: number }

const NOTHING: Flow = { minor: 0n, count: 0 }

/**
 * What was open, taken, recovered, accepted and expired in a week, and what is open after it, per currency; the currency
 * with most open deductions first. Opening and closing are counted on their own, so the report can prove that it adds up.
 */
export async function findRollForward(actor: Actor, week: ReportWeek): Promise<RollForward[]> {
  const rows = await select<Row>(sql`
    WITH ${leakageTables(actor)}
    SELECT 'openBefore' AS part, o.currency, sum(o.open_minor)::bigint AS minor, count(*) FILTER (WHERE o.open_minor > 0)::int AS count
    FROM ${openAt(addDays(week.from, -1))} o GROUP BY o.currency
    UNION ALL SELECT 'openAfter', o.currency, sum(o.open_minor)::bigint, count(*) FILTER (WHERE o.open_minor > 0)::int FROM ${openAt(week.to)} o GROUP BY o.currency
    UNION ALL SELECT 'taken', s.currency, sum(s.amount_minor)::bigint, count(*)::int FROM seen s
      WHERE s.taken_on BETWEEN ${week.from}::date AND ${week.to}::date GROUP BY s.currency
    UNION ALL SELECT g.bucket, g.currency, sum(g.amount_minor)::bigint, count(DISTINCT g.deduction_id)::int FROM gone g
      WHERE g.gone_on BETWEEN ${week.from}::date AND ${week.to}::date GROUP BY g.bucket, g.currency`)
  const currencies = [...new Set(rows.map((row) => row.currency))]
  const partOf = (currency: string, part: Row['part']): Flow => {
    const row = rows.find((one) => one.currency === currency && one.part === part)
    return row ? { minor: row.minor, count: row.count } : NOTHING
  }
  return currencies
    .map((currency) => ({
      currency,
      openBefore: partOf(currency, 'openBefore'),
      taken: partOf(currency, 'taken'),
      recovered: partOf(currency, 'recovered'),
      accepted: partOf(currency, 'accepted'),
      expired: partOf(currency, 'expired'),
      openAfter: partOf(currency, 'openAfter'),
    }))
    .toSorted((left, right) => right.openAfter.count - left.openAfter.count || left.currency.localeCompare(right.currency))
}
