import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import type { ListAddress } from '@/core/list-address'
import type { ListSum } from '@/core/list-groups'
import { type Money, money } from '@/core/money'
import { join, raw, type Sql, select, sql } from '../db/client'
import { conditionsWithoutTab, tabCondition } from './list-conditions'
import { columnOf, type ListSource } from './list-source'

/** How many rows there are; `isAtLeast` when counting stopped before the last one: then count and sums are too small. */
export type ListCount = { count: number; sums: ListSum[]; isAtLeast: boolean }

/** Rows that are counted while somebody waits for the page. */
export const COUNTED_MAX = 30_000

/** Count and sums of every tab of a list under the rest of its address, each up to so many rows; by the key of the tab, '' without tabs. */
export async function countListTabs(
  source: ListSource,
  actor: Actor,
  address: ListAddress,
  today: CalendarDate,
): Promise<ReadonlyMap<string, ListCount>> {
  const tabs = source.shape.tabs?.keys ?? ['']
  const where = conditionsWithoutTab(source, actor, address, today)
  const counts = await Promise.all(
    tabs.map(async (tab): Promise<[string, ListCount]> => {
      const limited = sql`${where} AND ${tabCondition(source, actor, tab, today)} LIMIT ${COUNTED_MAX + 1}`
      const count = toCount(source, await select<SumRecord>(sql`SELECT ${totals(source, actor, limited)}`))
      return [tab, { ...count, isAtLeast: count.count > COUNTED_MAX }]
    }),
  )
  return new Map(counts)
}

/** Count and sums of everything an address shows, however long that takes. */
export async function countListExactly(source: ListSource, actor: Actor, address: ListAddress, today: CalendarDate): Promise<ListCount> {
  const where = sql`${conditionsWithoutTab(source, actor, address, today)} AND ${tabCondition(source, actor, address.tab, today)}`
  return toCount(source, await select<SumRecord>(sql`SELECT ${totals(source, actor, where)}`))
}

/** Count and sums of one currency, as the database returns them. */
export type SumRecord = { currency: string | null; count: number } & Readonly<Record<`sum${number}`, bigint>>

/** Count and sums per currency of the rows of a list under a condition, or per currency and key. */
export function totals(source: ListSource, actor: Actor, where: Sql, key?: Sql): Sql {
  const money = source.shape.sums.map((column, at) => sql`, ${columnOf(source, actor, column).value} AS ${raw(`money${at}`)}`)
  const sums = source.shape.sums.map((_key, at) => sql`, coalesce(sum(${raw(`counted.money${at}`)}), 0)::bigint AS ${raw(`sum${at}`)}`)
  const all = (parts: readonly Sql[]) => (parts.length === 0 ? sql`` : join([...parts], ''))
  const isKeyed = key !== undefined
  return sql`counted.currency, ${isKeyed ? sql`counted.key,` : sql``} count(*)::int AS count ${all(sums)}
    FROM (SELECT ${source.currency} AS currency ${isKeyed ? sql`, ${key} AS key` : sql``} ${all(money)} FROM ${source.from} WHERE ${where}) counted
    GROUP BY counted.currency ${isKeyed ? sql`, counted.key` : sql``}`
}

/** Sums by the columns they are of; rows without a currency are counted and have no sums. */
export function sumsOf({ shape }: ListSource, record: SumRecord): ListSum[] {
  const { currency, count } = record
  if (currency === null) return []
  const ofColumn = (key: string, at: number): [string, Money] => [key, money(record[`sum${at}`] ?? 0n, currency)]
  return [{ currency, count, sums: Object.fromEntries(shape.sums.map(ofColumn)) }]
}

function toCount(source: ListSource, records: readonly SumRecord[]): ListCount {
  const sums = records.flatMap((record) => sumsOf(source, record))
  return {
    count: records.reduce((all, record) => all + record.count, 0),
    sums: sums.sort((a, b) => b.count - a.count || a.currency.localeCompare(b.currency)),
    isAtLeast: false,
  }
}
