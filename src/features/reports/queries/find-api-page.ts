import type * as z from 'zod'
import type { Actor } from '@/core/actor'
import { money, toDecimalText } from '@/core/money'
import { Refusal } from '@/core/refusal'
import { join, type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { readCursor, readFilter, writeCursor } from '../rules/api-cursor'
import type { ApiListQuery } from '../schemas'
import type { ApiList } from './api-lists'

type Row = Record<string, unknown> & { id: string; currency: string; sortValue: string }

/** A page of a list and where the next one begins; null when there is none. */
export type ApiPage<Item> = { items: Item[]; next: string | null }

/**
 * One page of a list inside the actor's customers, by key and not by count: rows that come and go meanwhile neither repeat nor
 * hide others. Refuses 'invalid-input' for a filter, an order or a place that the list does not know.
 */
export async function findApiPage<Item>(actor: Actor, list: ApiList<Item>, query: z.output<typeof ApiListQuery>): Promise<ApiPage<Item>> {
  const name = query.sort.replace(/^-/, '')
  const order = Object.hasOwn(list.sorts, name) ? list.sorts[name] : undefined
  if (!order) throw new Refusal('invalid-input', { fields: { sort: `one of ${Object.keys(list.sorts).join(', ')}` } })
  const isDescending = query.sort.startsWith('-')
  const conditions = [scopeOf(actor, list.customer), ...filtersOf(list, query.filter)]
  if (query.after !== undefined) {
    const cursor = readCursor(query.after)
    if (cursor?.sort !== query.sort) throw new Refusal('invalid-input', { fields: { after: 'no place in this order' } })
    const compare = isDescending ? sql`<` : sql`>`
    conditions.push(sql`(${order.column}, ${list.id}) ${compare} (${cursor.value}::${order.cast}, ${cursor.id}::uuid)`)
  }
  const direction = isDescending ? sql`DESC` : sql`ASC`
  const rows = await select<Row>(sql`
    SELECT ${list.columns}, to_jsonb(${order.column}) #>> '{}' AS "sortValue" FROM ${list.from} WHERE ${join(conditions, ' AND ')}
    ORDER BY ${order.column} ${direction}, ${list.id} ${direction} LIMIT ${query.limit + 1}`)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next = rows.length > shown.length && last ? writeCursor({ sort: query.sort, value: last.sortValue, id: last.id }) : null
  return { items: shown.map((row) => toItem(row) as Item), next }
}

function filtersOf<Item>(list: ApiList<Item>, text: string): Sql[] {
  const pairs = readFilter(text)
  if (pairs === null) throw new Refusal('invalid-input', { fields: { filter: 'name:value, several with commas' } })
  return pairs.map(([name, value]) => {
    const filter = Object.hasOwn(list.filters, name) ? list.filters[name] : undefined
    if (!filter) throw new Refusal('invalid-input', { fields: { filter: `one of ${Object.keys(list.filters).join(', ')}` } })
    return filter(value)
  })
}

/** Amounts leave as decimal text under the name without 'Minor', instants in ISO form. */
function toItem({ sortValue: _sortValue, ...row }: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (typeof value === 'bigint' && key.endsWith('Minor')) return [key.slice(0, -5), toDecimalText(money(value, row.currency))]
      return [key, value instanceof Date ? value.toISOString() : value]
    }),
  )
}
