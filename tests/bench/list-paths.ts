import { type Actor, systemActor } from '@/core/actor'
import { readListAddress } from '@/core/list-address'
import { fieldsOf, groupColumns, type ListColumn, type ListShape, shownColumns, sortKeyOf } from '@/core/list-shape'
import { companyToday } from '@/server/clock'
import { join, raw, type Sql, select, sql } from '@/server/db/client'
import { countListTabs } from '@/server/lists/count-list'
import { findListPage } from '@/server/lists/find-list'
import { findListFacets } from '@/server/lists/find-list-facets'
import { findListGroups } from '@/server/lists/find-list-groups'
import { listConditions } from '@/server/lists/list-conditions'
import { columnOf, type ListSource } from '@/server/lists/list-source'

/** One thing somebody does in a list; `bare` is the SQL of its definition as it stands, for the same rows, count and sums. */
export type ListPath = { group: string; name: string; ours: () => Promise<unknown>; bare: () => Promise<unknown> }

const actor: Actor = systemActor('bench')
const today = companyToday()

/** What people do in a list: read its tabs, sort it by every column one way, narrow it, ask for what is computed, count values, group it. */
export function listPaths(source: ListSource): ListPath[] {
  const { shape } = source
  const all = allOf(shape)
  const [first] = groupColumns(shape)
  return [
    pagePath(source, 'page', 'as it opens', {}),
    pagePath(source, 'page', 'of one customer', { ...all, customer: 'BENCH7' }),
    ...shape.columns.flatMap((column, at) => sortPaths(source, column, all, at % 2 === 0 ? 'asc' : 'desc')),
    ...shape.columns.flatMap((column) => conditionPaths(source, column, all)),
    countPath(source, 'tabs', 'as it opens', {}, () => countListTabs(source, actor, readListAddress(shape, {}), today)),
    countPath(source, 'tabs', 'of one customer', { customer: 'BENCH7' }, () =>
      countListTabs(source, actor, readListAddress(shape, { customer: 'BENCH7' }), today),
    ),
    countPath(source, 'counts and groups', 'counts of every value', all, () => findListFacets(source, actor, readListAddress(shape, all))),
    countPath(source, 'counts and groups', `by ${first?.key}`, all, () =>
      findListGroups(source, actor, readListAddress(shape, { ...all, group: first?.key })),
    ),
  ]
}

function allOf({ tabs, usual = {} }: ListShape): Record<string, string> {
  return {
    ...(tabs?.keys.includes('all') === true && { [tabs.param]: 'all' }),
    ...Object.fromEntries(Object.keys(usual).map((key) => [key, 'all'])),
  }
}

function sortPaths(source: ListSource, column: ListColumn, all: Record<string, string>, direction: 'asc' | 'desc'): ListPath[] {
  const sort = sortKeyOf(column)
  return sort === undefined ? [] : [pagePath(source, 'sort', `${column.key} ${direction}`, { ...all, sort, direction }, column.key)]
}

// Amounts and numbers above a limit, days within reach, texts that begin with something: as it opens, with a condition.
function conditionPaths(source: ListSource, column: ListColumn, all: Record<string, string>): ListPath[] {
  const kind = fieldsOf(source.shape)[column.key]?.kind
  const said = { money: ['over', '5000'], number: ['over', '1'], date: ['last', '30'], text: ['starts', 'RE12'], choice: null }[
    kind ?? 'choice'
  ]
  if (said === null) return []
  const params = { ...all, where: JSON.stringify({ all: [[column.key, ...said]] }) }
  return [
    pagePath(source, 'condition', column.key, params),
    countPath(source, 'count of a condition', column.key, params, () =>
      countListTabs(source, actor, readListAddress(source.shape, params), today),
    ),
  ]
}

function pagePath(source: ListSource, group: string, name: string, params: Record<string, string>, by?: string): ListPath {
  const address = readListAddress(source.shape, params)
  const column = by ?? source.shape.columns.find((one) => sortKeyOf(one) === source.shape.sort.key)?.key ?? ''
  const cells = shownColumns(source.shape).map(({ key }, at) => sql`${columnOf(source, actor, key).value} AS ${raw(`c${at}`)}`)
  const order = sql`${columnOf(source, actor, column).value} ${raw(address.sort.direction)}, ${source.id} ${raw(address.sort.direction)}`
  return {
    group,
    name,
    ours: () => findListPage(source, actor, address),
    bare: () =>
      select(sql`SELECT ${source.id}, ${join(cells, ', ')} FROM ${source.from} WHERE ${listConditions(source, actor, address, today)}
        ORDER BY ${order} LIMIT 101`),
  }
}

function countPath(
  source: ListSource,
  group: string,
  name: string,
  params: Record<string, string>,
  ours: () => Promise<unknown>,
): ListPath {
  const address = readListAddress(source.shape, params)
  const sums = source.shape.sums.map((key) => sql`, sum(${columnOf(source, actor, key).value})::bigint`)
  const count = (where: Sql) =>
    select(sql`SELECT ${source.currency}, count(*)::int ${join(sums, '')} FROM ${source.from} WHERE ${where} GROUP BY 1`)
  const tabs = source.shape.tabs?.keys ?? ['']
  return {
    group,
    name,
    ours,
    bare: () => Promise.all(tabs.map((tab) => count(listConditions(source, actor, { ...address, tab }, today)))),
  }
}
