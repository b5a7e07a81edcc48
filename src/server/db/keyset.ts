import { parseCalendarDate } from '@/core/calendar-date'
import { join, raw, type Sql, sql } from './client'

/** What a key of an order is compared as. */
export const KEY_CASTS = {
  text: sql`text`,
  bigint: sql`bigint`,
  date: sql`date`,
  int: sql`int`,
  uuid: sql`uuid`,
  instant: sql`timestamptz`,
} as const
export type KeyCast = keyof typeof KEY_CASTS

/** One key of an order; never NULL, so that every row has its place. */
export type KeyPart = { expression: Sql; cast: KeyCast; isDescending: boolean }

/** The keys of a row under names of their own, and `sort_values`, the text array that the cursor behind it is made of. */
export function keysOf(parts: readonly KeyPart[]): Sql {
  const keys = parts.map(({ expression }, at) => sql`${expression} AS ${keyName(at)}`)
  const texts = parts.map(({ expression }) => sql`(${expression})::text`)
  return sql`${join(keys, ', ')}, ARRAY[${join(texts, ', ')}] AS sort_values`
}

/** The order over the expressions themselves. */
export function orderOf(parts: readonly KeyPart[]): Sql {
  return join(
    parts.map(({ expression, isDescending }) => sql`${expression} ${directionOf(isDescending)}`),
    ', ',
  )
}

/** The same order over rows that carry the keys by name. */
export function orderOfKeys(parts: readonly KeyPart[], alias: Sql): Sql {
  return join(
    parts.map(({ isDescending }, at) => sql`${alias}.${keyName(at)} ${directionOf(isDescending)}`),
    ', ',
  )
}

export function directionOf(isDescending: boolean): Sql {
  return isDescending ? sql`DESC` : sql`ASC`
}

function keyName(at: number): Sql {
  return raw(`key${at}`)
}

/**
 * That a row comes behind a cursor. Where all columns go one way the database compares whole rows, which an index serves; else column
 * by column.
 */
export function beyondCursor(parts: readonly KeyPart[], cursor: readonly string[] | null): Sql {
  if (cursor === null) return sql`TRUE`
  const values = parts.map(({ cast }, at) => sql`${cursor[at]}::${KEY_CASTS[cast]}`)
  const isOneWay = parts.every(({ isDescending }) => isDescending === parts[0]?.isDescending)
  if (isOneWay) {
    const columns = join(
      parts.map(({ expression }) => expression),
      ', ',
    )
    return sql`(${columns}) ${parts[0]?.isDescending === true ? sql`<` : sql`>`} (${join(values, ', ')})`
  }
  const steps = parts.map(({ expression, isDescending }, at) => {
    const same = parts.slice(0, at).map((part, before) => sql`${part.expression} = ${values[before]}`)
    return sql`(${join([...same, sql`${expression} ${isDescending ? sql`<` : sql`>`} ${values[at]}`], ' AND ')})`
  })
  return sql`(${join(steps, ' OR ')})`
}

/** The cursor of the page behind a row. */
export function writeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** Reads what `writeCursor` wrote; null, the first page, for a cursor that is none of this order. */
export function readCursor(text: string, parts: readonly KeyPart[]): string[] | null {
  if (text === '') return null
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const isOurs = Array.isArray(values) && values.length === parts.length
    return isOurs && parts.every(({ cast }, at) => fits(values[at], cast)) ? values : null
  } catch {
    return null
  }
}

function fits(value: unknown, cast: KeyCast): boolean {
  if (typeof value !== 'string') return false
  switch (cast) {
    // The first day there is stands for none.
    case 'date':
      return value === '0001-01-01' || parseCalendarDate(value) !== null
    case 'int':
      return /^-?\d{1,9}$/.test(value)
    case 'bigint':
      return /^-?\d{1,18}$/.test(value)
    case 'uuid':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
    case 'instant':
      return (
        /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(value) &&
        !Number.isNaN(Date.parse(value.replace(' ', 'T').replace('+00', 'Z')))
      )
    case 'text':
      return !value.includes('\0')
  }
}
