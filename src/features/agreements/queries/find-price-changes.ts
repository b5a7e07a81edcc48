import type { Actor } from '@/core/actor'
import { addDays, type CalendarDate } from '@/core/calendar-date'
import { empty, type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import type { PriceChangeState } from '../rules/price-change'
import type { PriceChangeFilter } from '../schemas'

export type PriceChangeRow = {
  id: string
  customer_id: string
  customer_code: string
  customer_name: string
  item_id: string
  item: string
  description: string | null
  valid_from: CalendarDate
  old_micros: bigint
  new_micros: bigint
  currency: string
  notice_days: number | null
  notice_source: string | null
  /** The last day on which telling the customer is in time; null where no notice period is agreed. */
  announce_by: CalendarDate | null
  /** What the change moves over as many units as were ordered in the ninety days before today. */
  exposed_minor: bigint
  announced_on: CalendarDate | null
  announced_by: string | null
  evidence: string | null
  state: PriceChangeState
  batch_id: string | null
  position: string | null
}

export type PriceChangePage = {
  rows: PriceChangeRow[]
  total: number
  byState: { state: PriceChangeState; count: number }[]
}

/** Days before today from which a change still stands in the calendar. */
const DAYS_BACK = 30
const DAYS_OF_ORDERS = 90

/** Price changes that lately began or will begin, week by week, with what each customer was told and when. */
export async function findPriceChanges(actor: Actor, filter: PriceChangeFilter, today: CalendarDate): Promise<PriceChangePage> {
  const changes = priceChanges(actor, today)
  const customer = filter.customer ? sql`AND customer_code = ${filter.customer}` : empty
  const [rows, byState] = await Promise.all([
    select<PriceChangeRow>(sql`
      SELECT changes.*, (abs(new_micros - old_micros)::numeric * coalesce((SELECT sum(l.quantity) FROM purchase_order o JOIN purchase_order_line l ON l.purchase_order_id = o.id
          WHERE o.customer_id = changes.customer_id AND l.item_id = changes.item_id AND o.ordered_on > ${addDays(today, -DAYS_OF_ORDERS)}::date), 0) / 10000)::bigint AS exposed_minor
      FROM ${changes} WHERE ${inTab(filter)} ${customer} ORDER BY valid_from, customer_name, item, id ${limitToPage(filter.page)}`),
    select<{ state: PriceChangeState; count: number }>(
      sql`SELECT state, count(*)::int AS count FROM ${changes} WHERE TRUE ${customer} GROUP BY state ORDER BY state`,
    ),
  ])
  const isShown = (state: PriceChangeState) =>
    filter.tab === 'all' || (filter.tab === 'open' ? state === 'due' || state === 'missed' : state === filter.tab)
  return { rows, total: byState.filter(({ state }) => isShown(state)).reduce((sum, { count }) => sum + count, 0), byState }
}

function inTab(filter: PriceChangeFilter): Sql {
  if (filter.tab === 'all') return sql`TRUE`
  return filter.tab === 'open' ? sql`state IN ('due', 'missed')` : sql`state = ${filter.tab}`
}

/** Each condition that ends another one of the same account and article at another price, as a derived table named `changes`. */
function priceChanges(actor: Actor, today: CalendarDate): Sql {
  return sql`(
    SELECT p.id, p.customer_id, c.code AS customer_code, c.name AS customer_name, p.item_id, coalesce(i.vendor_part, i.material) AS item, i.description,
      p.valid_from, before.price_micros AS old_micros, p.price_micros AS new_micros, p.currency, t.notice_days, t.source AS notice_source,
      p.valid_from - t.notice_days AS announce_by, a.announced_on, u.name AS announced_by, a.evidence, p.batch_id, p.position,
      CASE WHEN a.id IS NOT NULL AND (t.notice_days IS NULL OR a.announced_on <= p.valid_from - t.notice_days) THEN 'announced'
        WHEN a.id IS NOT NULL THEN 'late' WHEN p.valid_from - coalesce(t.notice_days, 0) >= ${today}::date THEN 'due' ELSE 'missed' END AS state
    FROM price_condition p
    JOIN customer c ON c.id = p.customer_id
    JOIN item i ON i.id = p.item_id
    JOIN LATERAL (
      SELECT b.price_micros FROM price_condition b
      WHERE b.customer_id = p.customer_id AND b.account_key = p.account_key AND b.item_id = p.item_id AND b.currency = p.currency AND b.valid_from < p.valid_from
      ORDER BY b.valid_from DESC LIMIT 1
    ) before ON before.price_micros <> p.price_micros
    LEFT JOIN order_term t ON t.customer_id = p.customer_id
    LEFT JOIN price_announcement a ON a.customer_id = p.customer_id AND a.item_id = p.item_id AND a.valid_from = p.valid_from AND a.price_micros = p.price_micros
    LEFT JOIN app_user u ON u.id = a.announced_by
    WHERE p.valid_from > ${addDays(today, -DAYS_BACK)}::date AND ${scopeOf(actor, sql`p.customer_id`)}
  ) changes`
}
