import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import type { ListAddress } from '@/core/list-address'
import { type Money, money } from '@/core/money'
import { join, raw, type Sql, select, sql } from '../db/client'
import { conditionsWithoutTab, tabCondition } from './list-conditions'
import { columnOf, type ListSource } from './list-source'

/** Rows of one currency, and each summed column over them. */
export type ListSum = { currency: string; count: number; sums: Readonly<Record<string, Money>> }
/** How many rows there are; `isAtLeast` when counting stopped before the last one: then count and sums are too small. */
export type ListCount = { count: number; sums: ListSum[]; isAtLeast: boolean }

/** Rows that are counted while somebody waits for the page. */
const COUNTED_MAX = 30_000

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

type SumRecord = { currency: string | null; count: number } & Readonly<Record<`sum${number}`, bigint>>

function totals(source: ListSource, actor: Actor, where: Sql): Sql {
  const money = source.shape.sums.map((key, at) => sql`, ${columnOf(source, actor, key).value} AS ${raw(`money${at}`)}`)
  const sums = source.shape.sums.map((_key, at) => sql`, coalesce(sum(${raw(`counted.money${at}`)}), 0)::bigint AS ${raw(`sum${at}`)}`)
  const all = (parts: readonly Sql[]) => (parts.length === 0 ? sql`` : join([...parts], ''))
  return sql`counted.currency, count(*)::int AS count ${all(sums)}
    FROM (SELECT ${source.currency} AS currency ${all(money)} FROM ${source.from} WHERE ${where}) counted GROUP BY counted.currency`
}

function toCount({ shape }: ListSource, records: readonly SumRecord[]): ListCount {
  const sums = records.flatMap((record): ListSum[] => {
    const { currency } = record
    if (currency === null) return []
    const ofColumn = (_key: string, at: number): [string, Money] => [shape.sums[at] ?? '', money(record[`sum${at}`] ?? 0n, currency)]
    return [{ currency, count: record.count, sums: Object.fromEntries(shape.sums.map(ofColumn)) }]
  })
  return {
    count: records.reduce((all, record) => all + record.count, 0),
    sums: sums.sort((a, b) => b.count - a.count || a.currency.localeCompare(b.currency)),
    isAtLeast: false,
  }
}
