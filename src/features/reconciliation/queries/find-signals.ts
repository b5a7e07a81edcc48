import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { comparisonKey } from '@/core/comparison-key'
import { empty, type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import type { SignalKind, SignalState } from '../rules/signal-kinds'
import type { SignalFilter } from '../schemas'

export type SignalRow = {
  id: string
  kind: SignalKind
  customer_id: string
  customer_code: string
  customer_name: string
  po_number: string | null
  po_key: string | null
  delivery_key: string | null
  invoice_key: string | null
  document_id: string | null
  carrier: string | null
  pro: string | null
  bol: string | null
  since_on: CalendarDate | null
  due_on: CalendarDate
  at_stake_minor: bigint
  currency: string
  owner_team: string
  state: SignalState
  first_seen_at: Date
  closed_at: Date | null
  times_raised: number
}

type Sum = { currency: string; count: number; at_stake_minor: bigint }
export type SignalPage = {
  rows: SignalRow[]
  total: number
  sums: Sum[]
  byKind: { kind: SignalKind; count: number }[]
  byState: (Sum & { state: SignalState })[]
}

const COLUMNS = sql`s.id::text, s.kind, s.customer_id::text, c.code AS customer_code, c.name AS customer_name, s.po_number, s.po_key, s.delivery_key, s.invoice_key,
  s.document_id::text, s.carrier, s.pro, s.bol, s.since_on, s.due_on, s.at_stake_minor, s.currency, s.owner_team, s.state, s.first_seen_at, s.closed_at, s.times_raised`
const FROM = sql`order_signal s JOIN customer c ON c.id = s.customer_id`

const SORTS: Readonly<Record<SignalFilter['sort'], Sql>> = {
  due: sql`s.due_on`,
  stake: sql`s.at_stake_minor`,
  customer: sql`c.name`,
  po: sql`s.po_key`,
  'first-seen': sql`s.first_seen_at`,
}

function conditions(actor: Actor, filter: SignalFilter): Sql {
  const key = filter.q ? comparisonKey(filter.q) : ''
  return sql`${scopeOf(actor, sql`s.customer_id`)}
    ${filter.state === 'all' ? empty : sql`AND s.state = ${filter.state}`}
    ${filter.customer ? sql`AND c.code = ${filter.customer}` : empty}
    ${filter.kind ? sql`AND s.kind = ${filter.kind}` : empty}
    ${filter.team ? sql`AND s.owner_team = ${filter.team}` : empty}
    ${key === '' ? empty : sql`AND (s.po_key LIKE ${`%${key}%`} OR s.delivery_key LIKE ${`%${key}%`} OR s.invoice_key LIKE ${`%${key}%`} OR comparison_key(s.pro) LIKE ${`%${key}%`})`}`
}

/** Steps that are late, missing or refused; the ones due first come first. */
export async function findSignals(actor: Actor, filter: SignalFilter): Promise<SignalPage> {
  const where = conditions(actor, filter)
  const [rows, sums, byKind, byState] = await Promise.all([
    select<SignalRow>(sql`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where}
      ORDER BY ${SORTS[filter.sort]} ${filter.direction === 'asc' ? sql`ASC` : sql`DESC`} NULLS LAST, s.id ${limitToPage(filter.page)}`),
    select<Sum>(sql`SELECT s.currency, count(*)::int AS count, sum(s.at_stake_minor)::bigint AS at_stake_minor FROM ${FROM} WHERE ${where}
      GROUP BY s.currency ORDER BY s.currency`),
    select<{ kind: SignalKind; count: number }>(sql`SELECT s.kind, count(*)::int AS count FROM ${FROM}
      WHERE ${conditions(actor, { ...filter, kind: undefined })} GROUP BY s.kind ORDER BY count(*) DESC, s.kind`),
    select<
      Sum & { state: SignalState }
    >(sql`SELECT s.state, s.currency, count(*)::int AS count, sum(s.at_stake_minor)::bigint AS at_stake_minor FROM ${FROM}
      WHERE ${conditions(actor, { ...filter, state: 'all' })} GROUP BY s.state, s.currency ORDER BY s.state, s.currency`),
  ])
  return { rows, total: sums.reduce((count, sum) => count + sum.count, 0), sums, byKind, byState }
}

export type SignalEvent = { id: string; at: Date; what: 'raised' | 'raised-again' | 'asked' | 'closed' }
export type SignalDetail = { row: SignalRow; events: SignalEvent[] }

/** One signal with what happened to it, oldest first. */
export async function findSignal(actor: Actor, id: string): Promise<SignalDetail | null> {
  const [row] = await select<SignalRow>(
    sql`SELECT ${COLUMNS} FROM ${FROM} WHERE s.id = ${id}::uuid AND ${scopeOf(actor, sql`s.customer_id`)}`,
  )
  if (!row) return null
  const events = await select<SignalEvent>(
    sql`SELECT e.id::text, e.at, e.what FROM order_signal_event e WHERE e.signal_id = ${id}::uuid ORDER BY e.at, e.id`,
  )
  return { row, events }
}

/** The signals of one order that nobody has put right yet. */
export async function findOrderSignals(actor: Actor, customerId: string, poKey: string): Promise<SignalRow[]> {
  return select<SignalRow>(sql`SELECT ${COLUMNS} FROM ${FROM}
    WHERE s.customer_id = ${customerId}::uuid AND s.po_key = ${poKey} AND s.state <> 'closed' AND ${scopeOf(actor, sql`s.customer_id`)}
    ORDER BY s.due_on, s.id LIMIT 100`)
}

export type SignalTotal = { kind: SignalKind; count: number; overdue: number; stakes: { currency: string; minor: bigint }[] }

/** Open signals of some teams by kind, those with overdue ones first: what their people have to put right. Money per currency. */
export async function findTeamSignals(actor: Actor, teams: readonly string[], today: CalendarDate): Promise<SignalTotal[]> {
  const rows = await select<{ kind: SignalKind; count: number; overdue: number; currency: string; minor: bigint }>(sql`
    SELECT s.kind, count(*)::int AS count, count(*) FILTER (WHERE s.due_on < ${today}::date)::int AS overdue, s.currency, sum(s.at_stake_minor)::bigint AS minor
    FROM ${FROM} WHERE s.state <> 'closed' AND s.owner_team = ANY(${[...teams]}::text[]) AND ${scopeOf(actor, sql`s.customer_id`)}
    GROUP BY s.kind, s.currency ORDER BY s.kind, s.currency`)
  return [...new Set(rows.map((row) => row.kind))]
    .map((kind) => {
      const ofKind = rows.filter((row) => row.kind === kind)
      return {
        kind,
        count: ofKind.reduce((sum, row) => sum + row.count, 0),
        overdue: ofKind.reduce((sum, row) => sum + row.overdue, 0),
        stakes: ofKind.map(({ currency, minor }) => ({ currency, minor })),
      }
    })
    .sort((a, b) => b.overdue - a.overdue || b.count - a.count)
}
