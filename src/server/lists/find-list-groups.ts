import type { Actor } from '@/core/actor'
import type { ListAddress } from '@/core/list-address'
import type { ListGroup, ListSum } from '@/core/list-groups'
import { groupColumns, NOTHING } from '@/core/list-shape'
import { companyToday } from '../clock'
import { raw, select, sql } from '../db/client'
import { type SumRecord, sumsOf, totals } from './count-list'
import { listConditions } from './list-conditions'
import { choiceOf, type ListSource } from './list-source'

const GROUPS_MAX = 2_000

/** Subtotals of everything an address shows by the column it is grouped by, per currency; the group that is worth most first. */
export async function findListGroups(source: ListSource, actor: Actor, address: ListAddress): Promise<ListGroup[]> {
  const column = groupColumns(source.shape).find(({ key }) => key === address.group)
  if (column === undefined) return []
  const where = listConditions(source, actor, address, companyToday())
  const worth = source.shape.sums.length === 0 ? sql`` : sql`s.${raw('sum0')} DESC,`
  const records = await select<SumRecord & { key: string | null }>(sql`
    SELECT s.* FROM (SELECT ${totals(source, actor, where, choiceOf(source, actor, column))}) s
    ORDER BY ${worth} s.count DESC, s.key, s.currency LIMIT ${GROUPS_MAX}`)
  const groups = new Map<string, { key: string; count: number; sums: ListSum[] }>()
  for (const record of records) {
    const key = record.key ?? NOTHING
    const group = groups.get(key) ?? { key, count: 0, sums: [] }
    group.count += record.count
    group.sums.push(...sumsOf(source, record))
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The address of the rows of one group. */
export function addressOfGroup(address: ListAddress, key: string): ListAddress {
  return { ...address, quick: { ...address.quick, [address.group]: [key] }, group: '', after: '' }
}
