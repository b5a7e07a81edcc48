import type { Actor } from '@/core/actor'
import { comparisonKey } from '@/core/comparison-key'
import { empty, type Sql, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { DifferenceFilter } from '../schemas'

/** The SQL condition of a filter over `difference d JOIN customer c`, inside the actor's customers. */
export function differenceConditions(actor: Actor, filter: DifferenceFilter): Sql {
  const state = filter.state === 'all' ? sql`TRUE` : sql`d.state = ${filter.state}`
  const customer = filter.customer ? sql`AND c.code = ${filter.customer}` : empty
  const kind = filter.kind ? sql`AND d.kind = ${filter.kind}` : empty
  const team = filter.team ? sql`AND d.owner_team = ${filter.team}` : empty
  const key = filter.q ? comparisonKey(filter.q) : null
  const number = key
    ? sql`AND (d.po_key LIKE '%' || ${key} || '%' OR d.delivery_key LIKE '%' || ${key} || '%' OR d.invoice_key LIKE '%' || ${key} || '%')`
    : empty
  return sql`${scopeOf(actor, sql`d.customer_id`)} AND ${state} ${customer} ${kind} ${team} ${number}`
}
