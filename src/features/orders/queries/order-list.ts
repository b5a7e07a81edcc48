import { type Sql, sql } from '@/server/db/client'
import { keyContains } from '@/server/db/key-contains'
import { scopeOf } from '@/server/db/scope-of'
import { customerColumn } from '@/server/lists/customer-column'
import { keyedColumn } from '@/server/lists/keyed-column'
import type { ListSource } from '@/server/lists/list-source'
import { WHOLE_ORDER_KINDS } from '../rules/exception-kinds'
import { ORDER_LIST } from '../rules/order-list'

// The dearest undecided exception says what was agreed and what was ordered.
const dearest = (column: Sql) => sql`(SELECT x.${column} FROM order_exception x
  WHERE x.purchase_order_id = o.id AND x.state IN ('open', 'held') ORDER BY x.at_stake_minor DESC, x.id LIMIT 1)`
// Goods issue was posted for at least one delivery of the order.
const IS_SHIPPED = sql`EXISTS (SELECT 1 FROM delivery_line d WHERE d.customer_id = o.customer_id AND d.po_key = o.number_key AND d.issued_on IS NOT NULL)`
const undecided = (more: Sql) =>
  sql`EXISTS (SELECT 1 FROM order_exception x WHERE x.purchase_order_id = o.id AND x.state IN ('open', 'held') ${more})`
// Looked up for the rows that show: together with the sums they would keep those from being read from the index alone.
const KINDS = sql`ARRAY(SELECT DISTINCT x.kind FROM order_exception x WHERE x.purchase_order_id = o.id AND x.state IN ('open', 'held') ORDER BY x.kind)`
const IS_WHOLE = sql`(x.kind = ANY(${[...WHOLE_ORDER_KINDS]}::text[]))`
const STATE = sql`(CASE WHEN e.held_count > 0 THEN 'held' WHEN e.open_count > 0 THEN 'exceptions' ELSE 'clear' END)`

/** The list of orders in the database, over `purchase_order o`, `customer c` and the undecided exceptions `e` of each. */
export const ORDER_SOURCE: ListSource = {
  shape: ORDER_LIST,
  from: sql`purchase_order o JOIN customer c ON c.id = o.customer_id
    LEFT JOIN (
      SELECT x.purchase_order_id, count(*)::int AS open_count, count(*) FILTER (WHERE x.state = 'held')::int AS held_count,
        greatest(sum(x.at_stake_minor) FILTER (WHERE NOT ${IS_WHOLE}), max(x.at_stake_minor) FILTER (WHERE ${IS_WHOLE}))::bigint AS at_stake_minor
      FROM order_exception x WHERE x.state IN ('open', 'held') GROUP BY x.purchase_order_id
    ) e ON e.purchase_order_id = o.id`,
  id: sql`o.id`,
  currency: sql`o.currency`,
  scope: (actor) => scopeOf(actor, sql`o.customer_id`),
  columns: () => ({
    number: keyedColumn(sql`o.number`, sql`o.number_key`),
    customer: customerColumn,
    kind: {
      value: KINDS,
      asked: {
        kind: 'choice',
        column: sql`nullif(${KINDS}, '{}')`,
        isAny: (values) => undecided(sql`AND x.kind = ANY(${[...values]}::text[])`),
      },
    },
    agreed: { value: dearest(sql`expected`) },
    'as-ordered': { value: dearest(sql`actual`) },
    'at-stake': { value: sql`coalesce(e.at_stake_minor, 0)` },
    value: {
      value: sql`(SELECT coalesce(sum(l.quantity * coalesce(l.price_micros, 0) / 10000), 0)::bigint FROM order_line_now l WHERE l.purchase_order_id = o.id)`,
    },
    lines: { value: sql`(SELECT count(*) FROM purchase_order_line l WHERE l.purchase_order_id = o.id)` },
    ordered: { value: sql`o.ordered_on` },
    'ship-by': { value: sql`o.ship_by` },
    left: { value: sql`(CASE WHEN ${IS_SHIPPED} THEN NULL ELSE o.ship_by END)` },
    state: { value: STATE },
    currency: { value: sql`o.currency` },
  }),
  tabs: () => ({ exceptions: sql`e.open_count > 0`, held: sql`e.held_count > 0` }),
  search: (typed) => keyContains(typed, [sql`o.number_key`]),
  extras: {
    customerCode: sql`c.code`,
    numberKey: sql`o.number_key`,
    field: dearest(sql`field`),
    open: sql`coalesce(e.open_count, 0)`,
    isShipped: IS_SHIPPED,
  },
}
