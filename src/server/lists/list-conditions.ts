import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import type { ListAddress } from '@/core/list-address'
import { readConditions } from '@/core/list-conditions'
import { askedColumns, fieldsOf, NOTHING } from '@/core/list-shape'
import { join, type Sql, sql } from '../db/client'
import { conditionSql, type FieldColumn } from '../db/condition-sql'
import { askedColumn, columnOf, type ListSource } from './list-source'

/** The SQL condition of an address over the tables of a list, inside what the actor may see, without its tab. */
export function conditionsWithoutTab(source: ListSource, actor: Actor, address: ListAddress, today: CalendarDate): Sql {
  const parts: Sql[] = [source.scope(actor)]
  const columns = askedFields(source, actor)
  for (const [key, values] of Object.entries(address.quick)) if (values.length > 0) parts.push(isAnyOf(columns[key], values))
  if (address.q !== '' && source.search) parts.push(source.search(address.q))
  if (address.where !== '') {
    const group = readConditions(address.where, fieldsOf(source.shape))
    parts.push(group === null ? sql`FALSE` : conditionSql(group, columns, today))
  }
  return join(parts, ' AND ')
}

/** The SQL condition behind a tab of a list; everything where it has none. */
export function tabCondition(source: ListSource, actor: Actor, tab: string, today: CalendarDate): Sql {
  return source.tabs?.(actor, today)[tab] ?? sql`TRUE`
}

/** The SQL condition of a whole address. */
export function listConditions(source: ListSource, actor: Actor, address: ListAddress, today: CalendarDate): Sql {
  return sql`${conditionsWithoutTab(source, actor, address, today)} AND ${tabCondition(source, actor, address.tab, today)}`
}

function askedFields(source: ListSource, actor: Actor): Readonly<Record<string, FieldColumn>> {
  return Object.fromEntries(
    askedColumns(source.shape).map((column) => [column.key, askedColumn(column, columnOf(source, actor, column.key), source.currency)]),
  )
}

function isAnyOf(column: FieldColumn | undefined, values: readonly string[]): Sql {
  if (column?.kind !== 'choice') return sql`FALSE`
  const said = values.filter((value) => value !== NOTHING)
  const isSaid = said.length === 0 ? sql`FALSE` : (column.isAny?.(said) ?? sql`${column.column} = ANY(${said}::text[])`)
  return said.length === values.length ? isSaid : sql`(${isSaid} OR ${column.column} IS NULL)`
}
