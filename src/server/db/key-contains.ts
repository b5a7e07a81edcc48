import { comparisonKey } from '@/core/comparison-key'
import { join, type Sql, sql } from './client'
import { likeText } from './like-text'

/** That one of some comparison keys contains a number, as somebody typed part of it; blanks and dashes alone are in none. */
export function keyContains(typed: string, columns: readonly Sql[]): Sql {
  const key = comparisonKey(typed)
  if (key === '') return sql`FALSE`
  return sql`(${join(
    columns.map((column) => sql`${column} LIKE ${`%${likeText(key)}%`}`),
    ' OR ',
  )})`
}
