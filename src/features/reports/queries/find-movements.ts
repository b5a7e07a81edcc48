import type { Actor } from '@/core/actor'
import { addDays, type CalendarDate } from '@/core/calendar-date'
import { type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { ReportWeek } from '../rules/report-week'
import type { MovementKind } from '../schemas'
import { leakageTables, openAt } from './leakage-sql'

/** One row behind a figure of the report; minor units. */
export type Movement = {
  row_id: string
  deduction_id: string
  claim_number: string | null
  number: number
  customer_name: string
  category: string
  on: CalendarDate
  /** How it moved: a kind of resolution; null for open balances and approvals. */
  how: string | null
  note: string | null
  minor: bigint
  currency: string
}

export type Movements = { rows: Movement[]; total: { minor: bigint; count: number } }

/** Rows shown at once; the total is always of all. */
const MOVEMENTS_MAX = 500

/** The rows behind one figure of the weekly report in one currency, and their total, which is that figure. */
export async function findMovements(
  actor: Actor,
  kind: MovementKind,
  week: ReportWeek,
  currency: string,
  limit = MOVEMENTS_MAX,
): Promise<Movements> {
  const set = sql`WITH ${leakageTables(actor)}, moved AS (${movedOf(actor, kind, week)})`
  const [rows, totals] = await Promise.all([
    select<Movement>(sql`
      ${set}
      SELECT m.row_id, d.id AS deduction_id, d.claim_number, d.number, c.name AS customer_name, d.category, m."on", m.how, m.note, m.minor, d.currency
      FROM moved m JOIN deduction d ON d.id = m.deduction_id JOIN customer c ON c.id = d.customer_id
      WHERE d.currency = ${currency} ORDER BY m.minor DESC, d.number LIMIT ${limit}`),
    select<{ minor: bigint; count: number }>(sql`
      ${set}
      SELECT coalesce(sum(m.minor), 0)::bigint AS minor, count(*)::int AS count FROM moved m JOIN deduction d ON d.id = m.deduction_id WHERE d.currency = ${currency}`),
  ])
  return { rows, total: totals[0] ?? { minor: 0n, count: 0 } }
}

function movedOf(actor: Actor, kind: MovementKind, week: ReportWeek): Sql {
  switch (kind) {
    case 'open-before':
      return openRows(addDays(week.from, -1))
    case 'open-after':
      return openRows(week.to)
    case 'recovered':
    case 'accepted':
    case 'expired':
      return sql`SELECT g.resolution_id AS row_id, g.deduction_id, g.gone_on AS "on", r.kind AS how, coalesce(r.reason, r.reference) AS note, g.amount_minor AS minor
        FROM gone g JOIN resolution r ON r.id = g.resolution_id
        WHERE g.bucket = ${kind} AND g.gone_on BETWEEN ${week.from}::date AND ${week.to}::date`
    case 'small':
      return sql`SELECT g.resolution_id AS row_id, g.deduction_id, g.gone_on AS "on", r.kind AS how, coalesce(r.reason, p.reason) AS note, g.amount_minor AS minor
        FROM gone g JOIN resolution r ON r.id = g.resolution_id JOIN small_amount_policy p ON p.id = g.policy_id
        WHERE g.gone_on BETWEEN ${week.from}::date AND ${week.to}::date`
    case 'approved':
      return approvedRows(actor, week)
  }
}

function openRows(day: CalendarDate): Sql {
  return sql`SELECT o.id AS row_id, o.id AS deduction_id, o.taken_on AS "on", NULL::text AS how, NULL::text AS note, o.open_minor AS minor
    FROM ${openAt(day)} o WHERE o.open_minor > 0`
}

/** Disputes won until the end of the week whose money has not come yet: what was won, at most what is still open. */
function approvedRows(actor: Actor, week: ReportWeek): Sql {
  return sql`SELECT p.id AS row_id, p.deduction_id, p.answered_on AS "on", NULL::text AS how, p.portal_reference AS note, least(p.won_minor, o.open_minor)::bigint AS minor
    FROM dispute p JOIN ${openAt(week.to)} o ON o.id = p.deduction_id
    WHERE ${scopeOf(actor, sql`p.customer_id`)} AND p.outcome IN ('won', 'partly') AND p.answered_on <= ${week.to}::date AND p.won_minor > 0 AND o.open_minor > 0`
}
