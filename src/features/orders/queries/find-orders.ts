import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { comparisonKey } from '@/core/comparison-key'
import { empty, type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { OrderFilter } from '../schemas'

export type OrderRow = {
  id: string
  customer_id: string
  customer_code: string
  customer_name: string
  number: string
  number_key: string
  ordered_on: CalendarDate | null
  ship_by: CalendarDate | null
  currency: string
  lines: number
  value_minor: bigint
  open_exceptions: number
  at_stake_minor: bigint
  kinds: string[]
  state: 'exceptions' | 'held' | 'clear'
}

export type OrderPage = { rows: OrderRow[]; total: number; sums: { currency: string; count: number; at_stake_minor: bigint }[] }

export const ORDERS_PER_PAGE = 100

const SORTS: Readonly<Record<OrderFilter['sort'], Sql>> = {
  'at-stake': sql`at_stake_minor`,
  'ordered-on': sql`ordered_on`,
  'ship-by': sql`ship_by`,
  number: sql`number_key`,
}

/** Orders with what they would cost if shipped as they are; the dearest first. */
export async function findOrders(actor: Actor, filter: OrderFilter): Promise<OrderPage> {
  const set = sql`(
    SELECT o.id, o.customer_id, c.code AS customer_code, c.name AS customer_name, o.number, o.number_key, o.ordered_on, o.ship_by, o.currency,
      coalesce(e.open_count, 0) AS open_exceptions, coalesce(e.at_stake_minor, 0)::bigint AS at_stake_minor, coalesce(e.kinds, '{}') AS kinds,
      CASE WHEN e.held_count > 0 THEN 'held' WHEN e.open_count > 0 THEN 'exceptions' ELSE 'clear' END AS state
    FROM purchase_order o JOIN customer c ON c.id = o.customer_id
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS open_count, count(*) FILTER (WHERE x.state = 'held')::int AS held_count, sum(x.at_stake_minor) AS at_stake_minor,
        array_agg(DISTINCT x.kind ORDER BY x.kind) AS kinds
      FROM order_exception x WHERE x.purchase_order_id = o.id AND x.state IN ('open', 'held')
    ) e ON true
    WHERE ${scopeOf(actor, sql`o.customer_id`)}
  ) orders WHERE ${conditions(filter)}`
  const direction = filter.direction === 'asc' ? sql`ASC` : sql`DESC`
  const [rows, sums] = await Promise.all([
    select<OrderRow>(sql`
      SELECT orders.*, (SELECT count(*)::int FROM purchase_order_line l WHERE l.purchase_order_id = orders.id) AS lines,
        (SELECT coalesce(sum(l.quantity * coalesce(l.price_micros, 0) / 10000), 0)::bigint FROM order_line_now l WHERE l.purchase_order_id = orders.id) AS value_minor
      FROM ${set} ORDER BY ${SORTS[filter.sort]} ${direction} NULLS LAST, id LIMIT ${ORDERS_PER_PAGE} OFFSET ${(filter.page - 1) * ORDERS_PER_PAGE}`),
    select<{ currency: string; count: number; at_stake_minor: bigint }>(
      sql`SELECT currency, count(*)::int AS count, coalesce(sum(at_stake_minor), 0)::bigint AS at_stake_minor FROM ${set} GROUP BY currency ORDER BY currency`,
    ),
  ])
  return { rows, total: sums.reduce((count, sum) => count + sum.count, 0), sums }
}

function conditions(filter: OrderFilter): Sql {
  const view = filter.view === 'all' ? sql`TRUE` : filter.view === 'held' ? sql`state = 'held'` : sql`open_exceptions > 0`
  const customer = filter.customer ? sql`AND customer_id = ${filter.customer}::uuid` : empty
  const kind = filter.kind ? sql`AND ${filter.kind} = ANY(kinds)` : empty
  const number = filter.q ? sql`AND number_key LIKE '%' || ${comparisonKey(filter.q)} || '%'` : empty
  return sql`${view} ${customer} ${kind} ${number}`
}
