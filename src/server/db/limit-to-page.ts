import { ROWS_PER_PAGE } from '@/core/list-page'
import { type Sql, sql } from './client'

/** The end of a list's query: `… ORDER BY number ${limitToPage(filter.page)}` reads the rows of that page, counted from 1. */
export function limitToPage(page: number): Sql {
  return sql`LIMIT ${ROWS_PER_PAGE} OFFSET ${(page - 1) * ROWS_PER_PAGE}`
}
