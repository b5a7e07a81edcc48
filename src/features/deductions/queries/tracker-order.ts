import type { CalendarDate } from '@/core/calendar-date'
import { empty, join, type Sql, sql } from '@/server/db/client'
import type { TrackerSort } from '../rules/tracker-sorts'
import type { TrackerFilter } from '../schemas'
import { priorityJoin } from './priority-sql'
import { AT_RISK } from './tracker-conditions'

type SortKey = { expression: Sql; cast: Sql }
const TEXT = sql`text`
const BIGINT = sql`bigint`
// Sorted by what a piece of work brings in, whatever its currency.
const SORTS: Readonly<Record<TrackerSort, SortKey>> = {
  deadline: { expression: sql`coalesce(d.deadline_on, DATE '9999-12-31')`, cast: sql`date` },
  priority: { expression: sql`p.sort_value`, cast: BIGINT },
  amount: { expression: sql`d.amount_minor`, cast: BIGINT },
  'at-risk': { expression: sql`(${AT_RISK})`, cast: BIGINT },
  claim: { expression: sql`coalesce(d.claim_key, '')`, cast: TEXT },
  customer: { expression: sql`c.name`, cast: TEXT },
  category: { expression: sql`d.category`, cast: TEXT },
  code: { expression: sql`coalesce(d.reason_code, '')`, cast: TEXT },
  verdict: { expression: sql`coalesce(d.decided_verdict, d.verdict)`, cast: TEXT },
  confidence: { expression: sql`coalesce(d.confidence_ppm, -1)`, cast: BIGINT },
  taken: { expression: sql`coalesce(d.taken_on, DATE '0001-01-01')`, cast: sql`date` },
  state: { expression: sql`d.state`, cast: TEXT },
  owner: { expression: sql`coalesce(u.name, '')`, cast: TEXT },
  evidence: { expression: sql`(d.evidence_have - d.evidence_need)`, cast: BIGINT },
  number: { expression: sql`d.number::bigint`, cast: BIGINT },
}

export type TrackerOrder = {
  /** What the sort needs beside `TRACKER_JOINS`. */
  joins: Sql
  /** Text array of what a row is sorted by: the cursor of the next page is made of it. */
  values: Sql
  orderBy: Sql
  /** Rows behind the cursor of the filter; true on the first page. */
  beyond: Sql
}

/** The order of the tracker: one column, or several one after the other, and the own number last, so that no two rows share a place. */
export function trackerOrder(filter: TrackerFilter, today: CalendarDate): TrackerOrder {
  const sorts = [{ key: filter.sort, isDescending: filter.direction === 'desc' }, ...filter.then.map(readThen)].filter(
    ({ key }, at, all) => all.findIndex((one) => one.key === key) === at,
  )
  const parts = [
    ...sorts.map(({ key, isDescending }) => ({ ...SORTS[key], isDescending })),
    { expression: sql`d.number`, cast: sql`int`, isDescending: filter.direction === 'desc' },
  ]
  return {
    joins: sorts.some(({ key }) => key === 'priority') ? priorityJoin(today) : empty,
    values: sql`ARRAY[${join(
      parts.map(({ expression }) => sql`(${expression})::text`),
      ', ',
    )}]`,
    orderBy: join(
      parts.map(({ expression, isDescending }) => sql`${expression} ${isDescending ? sql`DESC` : sql`ASC`}`),
      ', ',
    ),
    beyond: beyondCursor(parts, readCursor(filter.after)),
  }
}

type Part = SortKey & { isDescending: boolean }

// Where all columns go one way the database compares whole rows, which an index serves; else column by column.
function beyondCursor(parts: readonly Part[], cursor: readonly string[] | null): Sql {
  if (cursor === null || cursor.length !== parts.length) return sql`TRUE`
  const values = parts.map(({ cast }, at) => sql`${cursor[at]}::${cast}`)
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

function readThen(text: TrackerFilter['then'][number]): { key: TrackerSort; isDescending: boolean } {
  const at = text.lastIndexOf(':')
  return { key: text.slice(0, at) as TrackerSort, isDescending: text.endsWith(':desc') }
}

/** The cursor of the page behind a row. */
export function writeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

function readCursor(text: string): string[] | null {
  if (text === '') return null
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(parsed) && parsed.every((part) => typeof part === 'string')) return parsed
  } catch {
    // A cursor that cannot be read starts at the first page.
  }
  return null
}
