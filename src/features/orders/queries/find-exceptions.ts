import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { comparisonKey } from '@/core/comparison-key'
import { join, type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import type { ExceptionFilter, ExceptionTab } from '../schemas'
import { EXCEPTION_COLUMNS, EXCEPTIONS, type ExceptionRow, IS_SHIPPED } from './exception-columns'

export type ExceptionSum = { currency: string; count: number; at_stake_minor: bigint }

export type ExceptionPage = {
  rows: ExceptionRow[]
  total: number
  sums: ExceptionSum[]
  byTab: (ExceptionSum & { tab: ExceptionTab })[]
}

const SORTS: Readonly<Record<ExceptionFilter['sort'], Sql>> = {
  due: sql`x.due_at`,
  'at-stake': sql`x.at_stake_minor`,
  po: sql`x.po_key`,
  customer: sql`c.name`,
  'first-seen': sql`x.first_seen_at`,
}

/** A request for a second person's word is open. */
const IS_ASKED = sql`EXISTS (SELECT 1 FROM approval_request q WHERE q.kind = 'order-release' AND q.subject_id = x.id AND q.state = 'open')`

/** The tab of an exception `x`. */
const TAB = sql`CASE WHEN x.state IN ('released', 'resolved') THEN 'done' WHEN ${IS_SHIPPED} THEN 'shipped' WHEN x.state IN ('corrected', 'rejected') THEN 'waiting'
  WHEN ${IS_ASKED} THEN 'second' ELSE x.state END`

/** The worklist over all orders: what to decide, until when and what it costs if shipped as it is. */
export async function findExceptions(actor: Actor, filter: ExceptionFilter, today: CalendarDate): Promise<ExceptionPage> {
  const inside = conditions(actor, filter, today)
  const inTab = sql`${inside} AND ${TAB} = ${filter.tab}`
  const direction = filter.direction === 'desc' ? sql`DESC` : sql`ASC`
  const [rows, byTab] = await Promise.all([
    select<ExceptionRow>(sql`
      SELECT ${EXCEPTION_COLUMNS} FROM ${EXCEPTIONS} WHERE ${inTab}
      ORDER BY ${SORTS[filter.sort]} ${direction} NULLS LAST, x.at_stake_minor DESC, x.id ${limitToPage(filter.page)}`),
    select<ExceptionSum & { tab: ExceptionTab }>(sql`
      SELECT ${TAB} AS tab, x.currency, count(*)::int AS count, sum(x.at_stake_minor)::bigint AS at_stake_minor
      FROM order_exception x JOIN customer c ON c.id = x.customer_id WHERE ${inside} GROUP BY 1, 2 ORDER BY 2`),
  ])
  const sums = byTab.filter((sum) => sum.tab === filter.tab)
  return { rows, total: sums.reduce((count, sum) => count + sum.count, 0), sums, byTab }
}

const OWN_MAX = 8

/** What waits for this actor's team or person, most urgent first: for the start page. */
export async function findOwnExceptions(
  actor: Actor,
  teams: readonly string[],
  today: CalendarDate,
): Promise<Pick<ExceptionPage, 'rows' | 'total'>> {
  const filter: ExceptionFilter = { tab: 'open', sort: 'due', direction: 'asc', page: 1 }
  const mine = sql`${conditions(actor, filter, today)} AND ${TAB} = 'open' AND x.owner_team = ANY(${[...teams]}::text[])`
  const [rows, [counted]] = await Promise.all([
    select<ExceptionRow>(
      sql`SELECT ${EXCEPTION_COLUMNS} FROM ${EXCEPTIONS} WHERE ${mine} ORDER BY x.due_at, x.at_stake_minor DESC, x.id LIMIT ${OWN_MAX}`,
    ),
    select<{ count: number }>(
      sql`SELECT count(*)::int AS count FROM order_exception x JOIN customer c ON c.id = x.customer_id WHERE ${mine}`,
    ),
  ])
  return { rows, total: counted?.count ?? 0 }
}

/** One exception, if its customer is the actor's. */
export async function findException(actor: Actor, id: string): Promise<ExceptionRow | null> {
  const [row] = await select<ExceptionRow>(
    sql`SELECT ${EXCEPTION_COLUMNS} FROM ${EXCEPTIONS} WHERE x.id = ${id}::uuid AND ${scopeOf(actor, sql`x.customer_id`)}`,
  )
  return row ?? null
}

function conditions(actor: Actor, filter: ExceptionFilter, today: CalendarDate): Sql {
  const parts = [scopeOf(actor, sql`x.customer_id`)]
  if (filter.customer) parts.push(sql`c.code = ${filter.customer}`)
  if (filter.kind) parts.push(sql`x.kind = ${filter.kind}`)
  if (filter.team) parts.push(sql`x.owner_team = ${filter.team}`)
  if (filter.owner === 'nobody') parts.push(sql`x.owner_id IS NULL`)
  if (filter.owner === 'mine') parts.push(actor.kind === 'job' ? sql`FALSE` : sql`x.owner_id = ${actor.userId}::uuid`)
  if (filter.due) parts.push(dueCondition(filter.due, today))
  if (filter.q) parts.push(sql`x.po_key LIKE '%' || ${comparisonKey(filter.q)} || '%'`)
  return join(parts, ' AND ')
}

function dueCondition(due: NonNullable<ExceptionFilter['due']>, today: CalendarDate): Sql {
  const day = sql`(x.due_at AT TIME ZONE c.time_zone)::date`
  switch (due) {
    case 'overdue':
      return sql`${day} < ${today}::date`
    case 'today':
      return sql`${day} <= ${today}::date`
    case 'week':
      return sql`${day} <= ${today}::date + 7`
  }
}
