import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { empty, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { type WindowState, windowStates } from '../rules/window-state'

/** One line of the register of dispute windows. Amounts are minor units of the customer's currency. */
export type WindowRow = {
  id: string
  customerId: string
  customer_code: string
  customer_name: string
  category: string
  days: number
  anchor: string
  source: string
  checked_on: CalendarDate | null
  confidence: string | null
  isConfirmed: boolean
  confirmed_by: string | null
  confirmed_at: Date | null
  confirmed_from: string | null
  open_count: number
  open_minor: bigint
  currency: string
  state: WindowState
}

type WindowFilter = { customerId?: string; category?: string }

/** The register of dispute windows with the open deductions each bears on: of all customers the actor sees, or what bears on one claim. */
export async function findWindows(actor: Actor, { customerId, category }: WindowFilter = {}): Promise<WindowRow[]> {
  const rows = await select<Omit<WindowRow, 'state'>>(sql`
    SELECT w.id::text, w.customer_id::text AS "customerId", c.code AS customer_code, c.name AS customer_name, w.category, w.days, w.anchor, w.source, w.checked_on,
      w.confidence, w.confirmed_at IS NOT NULL AS "isConfirmed", u.name AS confirmed_by, w.confirmed_at, w.confirmed_from,
      coalesce(o.count, 0)::int AS open_count, coalesce(o.minor, 0)::bigint AS open_minor, c.currency
    FROM dispute_window w JOIN customer c ON c.id = w.customer_id LEFT JOIN app_user u ON u.id = w.confirmed_by
    LEFT JOIN LATERAL (SELECT count(*) AS count, sum(d.open_minor) FILTER (WHERE d.currency = c.currency) AS minor FROM deduction d
      WHERE d.customer_id = w.customer_id AND d.open_minor > 0 AND (d.category = w.category OR (w.category = 'default' AND NOT EXISTS (
        SELECT 1 FROM dispute_window own WHERE own.customer_id = w.customer_id AND own.category = d.category)))) o ON true
    WHERE ${scopeOf(actor, sql`w.customer_id`)} ${customerId === undefined ? empty : sql`AND w.customer_id = ${customerId}::uuid`}
    ORDER BY c.name, w.category <> 'default', w.category, w.days, w.source`)
  const states = windowStates(rows)
  const all = rows.map((row) => ({ ...row, state: states.get(row.id) ?? ('sole' satisfies WindowState) }))
  if (category === undefined) return all
  const own = all.filter((row) => row.category === category)
  return own.length > 0 ? own : all.filter((row) => row.category === 'default')
}
