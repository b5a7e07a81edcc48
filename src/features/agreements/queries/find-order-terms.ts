import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { empty, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

export type OrderTermsRow = {
  customer_id: string
  customer_code: string
  customer_name: string
  currency: string
  lead_days: number | null
  notice_days: number | null
  minimum_minor: bigint | null
  holidays: CalendarDate[]
  reply_email: string | null
  reply_locale: 'en' | 'zh-CN'
  source: string | null
  checked_on: CalendarDate | null
  /** Null: nothing is kept of this customer yet. */
  version: number | null
}

/** How the actor's customers order, by name; of one customer when its code is given. */
export async function findOrderTerms(actor: Actor, code?: string): Promise<OrderTermsRow[]> {
  const one = code === undefined ? empty : sql`AND c.code = ${code}`
  return select<OrderTermsRow>(sql`
    SELECT c.id::text AS customer_id, c.code AS customer_code, c.name AS customer_name, c.currency::text, t.lead_days, t.notice_days, t.minimum_minor,
      coalesce(t.holidays::text[], '{}') AS holidays, t.reply_email, coalesce(t.reply_locale, 'en') AS reply_locale, t.source, t.checked_on, t.version
    FROM customer c LEFT JOIN order_term t ON t.customer_id = c.id WHERE ${scopeOf(actor, sql`c.id`)} ${one} ORDER BY c.name, c.id`)
}

/** One saving of a customer's terms: which of them moved, and from what to what. */
export type OrderTermsEvent = {
  id: string
  at: Date
  actorKind: string
  actorName: string
  before: Readonly<Record<string, unknown>> | null
  after: Readonly<Record<string, unknown>> | null
}

const EVENTS_MAX = 60

/** What was changed about how a customer orders, the latest first. */
export async function findOrderTermsHistory(actor: Actor, code: string): Promise<OrderTermsEvent[]> {
  return select<OrderTermsEvent>(sql`
    SELECT a.id::text, a.at, a.actor_kind AS "actorKind", a.actor_name AS "actorName", a.before, a.after
    FROM order_term t JOIN customer c ON c.id = t.customer_id JOIN audit_entry a ON a.table_name = 'order_term' AND a.row_id = t.id::text
    WHERE c.code = ${code} AND ${scopeOf(actor, sql`c.id`)} ORDER BY a.id DESC LIMIT ${EVENTS_MAX}`)
}
