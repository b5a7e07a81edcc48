import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { comparisonKey } from '@/core/comparison-key'
import { empty, type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import type { ExceptionKind } from '../rules/exception-kinds'
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
  kinds: ExceptionKind[]
  /** The dearest undecided exception: what was agreed and what was ordered, by field. */
  field: string | null
  expected: string | null
  actual: string | null
  state: 'exceptions' | 'held' | 'clear'
  /** Goods issue was posted for at least one delivery of the order. */
  is_shipped: boolean
}

export type OrderPage = { rows: OrderRow[]; total: number; sums: OrderSum[]; byView: (OrderSum & { view: OrderFilter['view'] })[] }

/** Orders and what they have at stake, per currency. */
export type OrderSum = { currency: string; count: number; at_stake_minor: bigint }

const SORTS: Readonly<Record<OrderFilter['sort'], Sql>> = {
  'at-stake': sql`at_stake_minor`,
  'ordered-on': sql`ordered_on`,
  'ship-by': sql`ship_by`,
  number: sql`number_key`,
}

/** Orders with what they would cost if shipped as they are; the dearest first. */
export async function findOrders(actor: Actor, filter: OrderFilter): Promise<OrderPage> {
  const all = ordersSeen(actor)
  const set = sql`${all} WHERE ${VIEWS[filter.view]} AND ${conditions(filter)}`
  const direction = filter.direction === 'asc' ? sql`ASC` : sql`DESC`
  const sumOf = (view: OrderFilter['view']): Sql => sql`
    SELECT ${view} AS view, currency, count(*)::int AS count, coalesce(sum(at_stake_minor), 0)::bigint AS at_stake_minor
    FROM narrowed WHERE ${VIEWS[view]} GROUP BY currency`
  const [rows, byView] = await Promise.all([
    select<OrderRow>(sql`
      SELECT orders.*, dearest.field, dearest.expected, dearest.actual, (SELECT count(*)::int FROM purchase_order_line l WHERE l.purchase_order_id = orders.id) AS lines,
        (SELECT coalesce(sum(l.quantity * coalesce(l.price_micros, 0) / 10000), 0)::bigint FROM order_line_now l WHERE l.purchase_order_id = orders.id) AS value_minor,
        EXISTS (SELECT 1 FROM delivery_line d WHERE d.customer_id = orders.customer_id AND d.po_key = orders.number_key AND d.issued_on IS NOT NULL) AS is_shipped
      FROM (SELECT * FROM ${set} ORDER BY ${SORTS[filter.sort]} ${direction} NULLS LAST, id ${limitToPage(filter.page)}) orders
      LEFT JOIN LATERAL (
        SELECT x.field, x.expected, x.actual FROM order_exception x
        WHERE x.purchase_order_id = orders.id AND x.state IN ('open', 'held') ORDER BY x.at_stake_minor DESC, x.id LIMIT 1
      ) dearest ON true
      ORDER BY ${SORTS[filter.sort]} ${direction} NULLS LAST, orders.id`),
    select<OrderSum & { view: OrderFilter['view'] }>(sql`
      WITH narrowed AS MATERIALIZED (SELECT * FROM ${all} WHERE ${conditions(filter)})
      ${sumOf('exceptions')} UNION ALL ${sumOf('held')} UNION ALL ${sumOf('all')} ORDER BY currency`),
  ])
  const sums = byView.filter((sum) => sum.view === filter.view)
  return { rows, total: sums.reduce((count, sum) => count + sum.count, 0), sums, byView }
}

const VIEWS: Readonly<Record<OrderFilter['view'], Sql>> = {
  all: sql`TRUE`,
  held: sql`state = 'held'`,
  exceptions: sql`open_exceptions > 0`,
}

/** Every order inside the actor's customers with its undecided exceptions, as a derived table named `orders`. */
function ordersSeen(actor: Actor): Sql {
  return sql`(
    SELECT o.id, o.customer_id, c.code AS customer_code, c.name AS customer_name, o.number, o.number_key, o.ordered_on, o.ship_by, o.currency,
      coalesce(e.open_count, 0) AS open_exceptions, coalesce(e.at_stake_minor, 0)::bigint AS at_stake_minor, coalesce(e.kinds, '{}') AS kinds,
      CASE WHEN e.held_count > 0 THEN 'held' WHEN e.open_count > 0 THEN 'exceptions' ELSE 'clear' END AS state
    FROM purchase_order o JOIN customer c ON c.id = o.customer_id
    LEFT JOIN (
      SELECT x.purchase_order_id, count(*)::int AS open_count, count(*) FILTER (WHERE x.state = 'held')::int AS held_count,
        sum(x.at_stake_minor) AS at_stake_minor, array_agg(DISTINCT x.kind ORDER BY x.kind) AS kinds
      FROM order_exception x WHERE x.state IN ('open', 'held') GROUP BY x.purchase_order_id
    ) e ON e.purchase_order_id = o.id
    WHERE ${scopeOf(actor, sql`o.customer_id`)}
  ) orders`
}

function conditions(filter: OrderFilter): Sql {
  const customer = filter.customer ? sql`AND customer_code = ${filter.customer}` : empty
  const kind = filter.kind ? sql`AND ${filter.kind} = ANY(kinds)` : empty
  const number = filter.q ? sql`AND number_key LIKE '%' || ${comparisonKey(filter.q)} || '%'` : empty
  return sql`TRUE ${customer} ${kind} ${number}`
}
