import * as z from 'zod'

/** Rows on one page of a list that is paged by number. */
export const ROWS_PER_PAGE = 100

/** The page of a list, from 1, as an address says it; anything else is the first page. */
export const PageNumber = z.coerce.number().int().min(1).max(500).catch(1)
