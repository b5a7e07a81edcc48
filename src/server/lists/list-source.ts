import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import type { ListColumn, ListShape } from '@/core/list-shape'
import { type Sql, sql } from '../db/client'
import type { FieldColumn } from '../db/condition-sql'
import type { KeyCast } from '../db/keyset'
import { env } from '../env'

export type SourceColumn = {
  /** What the cell holds: minor units, whole numbers, days, instants, keys of choices, an array of them for 'several'. */
  value: Sql
  /** How conditions ask for it, where not by the value itself. */
  asked?: FieldColumn
  /** What it is sorted by, where not by the value itself; of the same type. */
  sorted?: Sql
}

/** Where a list stands in the database: the one definition that rows, counts, filters, sorts and exports are made of. */
export type ListSource = {
  shape: ListShape
  /** Tables with their joins; one row of them is one row of the list. */
  from: Sql
  id: Sql
  currency: Sql
  /** Keeps the list inside what the actor may see. */
  scope: (actor: Actor) => Sql
  columns: (actor: Actor) => Readonly<Record<string, SourceColumn>>
  tabs?: (actor: Actor, today: CalendarDate) => Readonly<Record<string, Sql>>
  search?: (typed: string) => Sql
  /** Further values that rows carry for what is done to them. */
  extras?: Readonly<Record<string, Sql>>
}

/** The SQL of a column of the list; a column without one is a mistake in the definition. */
export function columnOf(source: ListSource, actor: Actor, key: string): SourceColumn {
  const column = source.columns(actor)[key]
  if (!column) throw new Error(`the list ${source.shape.key} has no SQL for ${key}`)
  return column
}

/** The key of the choice that a row has in a column, as conditions ask for it: of several all of them. */
export function choiceOf(source: ListSource, actor: Actor, column: ListColumn): Sql {
  return askedColumn(column, columnOf(source, actor, column.key), source.currency).column
}

/** How conditions ask for a column. */
export function askedColumn({ kind, scale = 0 }: ListColumn, { value, asked }: SourceColumn, currency: Sql): FieldColumn {
  if (asked) return asked
  switch (kind) {
    case 'money':
      return { kind, column: value, currency }
    case 'number':
      return { kind, column: value, scale }
    case 'text':
    case 'choice':
      return { kind, column: value }
    case 'several':
      return { kind: 'choice', column: sql`nullif(${value}, '{}')`, isAny: (values) => sql`${value} && ${[...values]}::text[]` }
    case 'date':
    case 'deadline':
      return { kind: 'date', column: value }
    case 'instant':
      return { kind: 'date', column: sql`(${value} AT TIME ZONE ${env().RECOUP_TIMEZONE})::date` }
  }
}

/**
 * What a column is sorted by. A column that always holds something is sorted by itself, so that its index serves; else rows with nothing
 * there come last, either way, of texts first and last.
 */
export function sortedColumn(
  { kind, isOptional = false }: ListColumn,
  { value, sorted = value }: SourceColumn,
  isDescending: boolean,
): { expression: Sql; cast: KeyCast } {
  const orElse = (otherwise: Sql) => (isOptional ? sql`coalesce(${sorted}, ${otherwise})` : sorted)
  switch (kind) {
    case 'money':
    case 'number':
      return { expression: orElse(isDescending ? sql`-999999999999999999` : sql`999999999999999999`), cast: 'bigint' }
    case 'date':
    case 'deadline':
      return { expression: orElse(isDescending ? sql`DATE '0001-01-01'` : sql`DATE '9999-12-31'`), cast: 'date' }
    case 'instant':
      return {
        expression: orElse(isDescending ? sql`TIMESTAMPTZ '1000-01-01 00:00:00+00'` : sql`TIMESTAMPTZ '9999-12-31 00:00:00+00'`),
        cast: 'instant',
      }
    case 'several':
      return { expression: sql`coalesce(array_to_string(${sorted}, ','), '')`, cast: 'text' }
    case 'text':
    case 'choice':
      return { expression: orElse(sql`''`), cast: 'text' }
  }
}
