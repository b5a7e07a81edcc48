import type { Actor } from '@/core/actor'
import type { FacetCounts } from '@/core/facet-counts'
import type { ListAddress } from '@/core/list-address'
import { type ListColumn, NOTHING, quickColumns } from '@/core/list-shape'
import { companyToday } from '../clock'
import { join, raw, type Sql, select, sql } from '../db/client'
import { COUNTED_MAX } from './count-list'
import { listConditions } from './list-conditions'
import { choiceOf, type ListSource } from './list-source'

/**
 * How many rows of a list carry each value of what it is narrowed by, under the rest of its address. A facet is counted as if it were not
 * narrowed itself, so that its other values can be added.
 */
export async function findListFacets(source: ListSource, actor: Actor, address: ListAddress): Promise<FacetCounts[]> {
  const columns = quickColumns(source.shape)
  const isNarrow = ({ key }: ListColumn) => (address.quick[key] ?? []).length > 0
  // Facets that narrow nothing share one reading of the rest of the address.
  const sets = [columns.filter((column) => !isNarrow(column)), ...columns.filter(isNarrow).map((column) => [column])]
  const found = await Promise.all(sets.filter((set) => set.length > 0).map((set) => countSet(source, actor, address, set)))
  return columns.flatMap(({ key }) => found.flat().filter(({ facet }) => facet === key))
}

async function countSet(source: ListSource, actor: Actor, address: ListAddress, set: readonly ListColumn[]): Promise<FacetCounts[]> {
  const open = Object.fromEntries(set.map(({ key }) => [key, []]))
  const where = listConditions(source, actor, { ...address, quick: { ...address.quick, ...open } }, companyToday())
  const values = set.map((column, at) => sql`${choiceOf(source, actor, column)} AS ${raw(`value${at}`)}`)
  const records = await select<{ at: number; key: string | null; count: number; total: number }>(sql`
    WITH counted AS MATERIALIZED (SELECT ${join(values, ', ')} FROM ${source.from} WHERE ${where} LIMIT ${COUNTED_MAX + 1})
    SELECT f.at, f.key, f.count, (SELECT count(*)::int FROM counted) AS total
    FROM (${join(set.map(countOf), ' UNION ALL ')}) f ORDER BY f.count DESC, f.key`)
  return set.map(({ key: facet }, at) => {
    const own = records.filter((record) => record.at === at)
    return {
      facet,
      values: own.map(({ key, count }) => ({ key: key ?? NOTHING, name: null, count })),
      isAtLeast: (own[0]?.total ?? 0) > COUNTED_MAX,
    }
  })
}

// A row with several values counts for each of them.
function countOf({ kind }: ListColumn, at: number): Sql {
  const value = raw(`counted.value${at}`)
  const [key, from] =
    kind === 'several' ? [sql`u.one`, sql`counted LEFT JOIN LATERAL unnest(${value}) u(one) ON TRUE`] : [value, sql`counted`]
  return sql`(SELECT ${at}::int AS at, ${key} AS key, count(*)::int AS count FROM ${from} GROUP BY 2)`
}
