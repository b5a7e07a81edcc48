import type { CalendarDate } from '@/core/calendar-date'
import { empty, join, type Sql, sql } from '@/server/db/client'
import { beyondCursor, directionOf, type KeyCast, type KeyPart, keysOf, orderOf, orderOfKeys, readCursor } from '@/server/db/keyset'
import type { TrackerSort } from '../rules/tracker-sorts'
import type { TrackerFilter } from '../schemas'
import { AT_RISK, WORKABLE } from './deduction-terms'
import { mayReach } from './priority-bound'
import { sortValueJoin } from './priority-sql'
import { RATES_OF_ALL } from './win-rates-sql'

/** `from`: what carries the name that is sorted by, under which alias, and which deductions are its own. */
type SortKey = { expression: Sql; cast: KeyCast; from?: { rows: Sql; alias: Sql; isOf: Sql } }
const NOBODY = sql`UUID '00000000-0000-0000-0000-000000000000'`
const CUSTOMERS = { rows: sql`SELECT id, name FROM customer`, alias: sql`c`, isOf: sql`d.customer_id = c.id` }
const OWNERS = {
  rows: sql`SELECT id, name FROM app_user UNION ALL SELECT ${NOBODY}, ''`,
  alias: sql`u`,
  isOf: sql`coalesce(d.owner_id, ${NOBODY}) = u.id`,
}
// Sorted by what a piece of work brings in, whatever its currency.
const SORTS: Readonly<Record<TrackerSort, SortKey>> = {
  deadline: { expression: sql`coalesce(d.deadline_on, DATE '9999-12-31')`, cast: 'date' },
  priority: { expression: sql`p.sort_value`, cast: 'bigint' },
  amount: { expression: sql`d.amount_minor`, cast: 'bigint' },
  'at-risk': { expression: AT_RISK, cast: 'bigint' },
  claim: { expression: sql`coalesce(d.claim_key, '')`, cast: 'text' },
  customer: { expression: sql`c.name`, cast: 'text', from: CUSTOMERS },
  category: { expression: sql`d.category`, cast: 'text' },
  code: { expression: sql`coalesce(d.reason_code, '')`, cast: 'text' },
  verdict: { expression: sql`coalesce(d.decided_verdict, d.verdict)`, cast: 'text' },
  confidence: { expression: sql`coalesce(d.confidence_ppm, -1)`, cast: 'bigint' },
  taken: { expression: sql`coalesce(d.taken_on, DATE '0001-01-01')`, cast: 'date' },
  state: { expression: sql`d.state`, cast: 'text' },
  owner: { expression: sql`u.name`, cast: 'text', from: OWNERS },
  evidence: { expression: sql`(d.evidence_have - d.evidence_need)`, cast: 'bigint' },
  number: { expression: sql`d.number`, cast: 'int' },
}

/** What the sorts look at. */
const SORTED = sql`d.id, d.number, d.customer_id, d.currency, d.category, d.reason_code, d.claim_key, d.taken_on, d.deadline_on, d.amount_minor,
  d.open_minor, d.recoverable_minor, d.decided_verdict, d.verdict, d.confidence_ppm, d.state, d.owner_id, d.evidence_have, d.evidence_need`

type Part = SortKey & KeyPart

/**
 * One page of the tracker, narrow: `id` and `sort_values`, the text array that the cursor of the next page is made of, of the
 * deductions `d` that meet the conditions, in order. One column decides, or several one after the other, and the own number last, so
 * that no two rows share a place. Names and whatever else a row shows are joined to the page, not to all it was chosen from.
 * `isFew` when the conditions leave so little that it is better found first and sorted then; else the index of the sort is walked.
 */
export function trackerPlaces(filter: TrackerFilter, conditions: Sql, today: CalendarDate, isFew: boolean): Sql {
  const sorts = [{ key: filter.sort, isDescending: filter.direction === 'desc' }, ...filter.then.map(readThen)].filter(
    ({ key }, at, all) => all.findIndex((one) => one.key === key) === at,
  )
  const parts: Part[] = [
    ...sorts.map(({ key, isDescending }) => ({ ...SORTS[key], isDescending })),
    { expression: sql`d.number`, cast: 'int', isDescending: filter.direction === 'desc' },
  ]
  const cursor = readCursor(filter.after, parts)
  const first = parts[0]
  const limit = filter.limit + 1
  const isRanked = sorts.some(({ key }) => key === 'priority')
  if (isFew) {
    const source = sql`(SELECT ${SORTED} FROM deduction d WHERE ${conditions} OFFSET 0) d ${isRanked ? sortValueJoin(today) : empty} ${namesOf(parts)}`
    const found = places(parts, limit, [chosen(parts, { source, where: sql`TRUE`, cursor, limit })])
    return isRanked ? sql`WITH ${RATES_OF_ALL} ${found}` : found
  }
  if (isRanked) {
    // Most deductions have nothing to do and the rank 0: those need no reckoning.
    const idle = parts.map((part) => (part.expression === SORTS.priority.expression ? { ...part, expression: sql`0::bigint` } : part))
    const isFirst = first?.expression === SORTS.priority.expression
    const reach = isFirst ? mayReach({ parts, joins: namesOf(parts), conditions, cursor, limit, today }) : sql`TRUE`
    return sql`WITH ${RATES_OF_ALL} ${places(parts, limit, [
      chosen(parts, {
        source: sql`(SELECT ${SORTED} FROM deduction d WHERE ${WORKABLE} AND ${conditions} AND ${reach} OFFSET 0) d ${sortValueJoin(today)} ${namesOf(parts)}`,
        where: sql`TRUE`,
        cursor,
        limit,
      }),
      chosen(idle, { source: sql`deduction d ${namesOf(parts)}`, where: sql`NOT ${WORKABLE} AND ${conditions}`, cursor, limit }),
    ])}`
  }
  const others = parts.slice(1)
  if (first?.from && others.every((part) => part.from === undefined))
    return places(parts, limit, [nameByName(first, others, { where: conditions, cursor, limit })])
  return places(parts, limit, [chosen(parts, { source: sql`deduction d ${namesOf(parts)}`, where: conditions, cursor, limit })])
}

type Choice = { source: Sql; where: Sql; cursor: readonly string[] | null; limit: number }

function places(parts: readonly Part[], limit: number, choices: readonly Sql[]): Sql {
  return sql`SELECT place.id, place.sort_values FROM (${join(
    choices.map((choice) => sql`(${choice})`),
    ' UNION ALL ',
  )}) place ORDER BY ${orderOfKeys(parts, sql`place`)} LIMIT ${limit}`
}

function chosen(parts: readonly Part[], { source, where, cursor, limit }: Choice): Sql {
  return sql`SELECT d.id, ${keysOf(parts)} FROM ${source} WHERE ${where} AND ${beyondCursor(parts, cursor)} ORDER BY ${orderOf(parts)} LIMIT ${limit}`
}

// Sorted by a name, the rows of one name after the other: as many names are looked at as fill the page.
function nameByName(first: Part, others: readonly Part[], { where, cursor, limit }: Omit<Choice, 'source'>): Sql {
  if (!first.from) throw new Error('a sort without names')
  const { rows, alias, isOf } = first.from
  const parts = [first, ...others]
  const reached = cursor !== null ? sql`WHERE n.name ${first.isDescending ? sql`<=` : sql`>=`} ${cursor[0]}::text` : empty
  return sql`SELECT d.id, ${keysOf(parts)}
    FROM (SELECT n.id, n.name FROM (${rows}) n ${reached} ORDER BY n.name ${directionOf(first.isDescending)}) ${alias}
    CROSS JOIN LATERAL (SELECT d.* FROM deduction d WHERE ${isOf} AND ${where} AND ${beyondCursor(parts, cursor)}
      ORDER BY ${orderOf(others)} LIMIT ${limit}) d
    ORDER BY ${orderOf(parts)} LIMIT ${limit}`
}

function namesOf(parts: readonly Part[]): Sql {
  const joins = parts.flatMap(({ from }) => (from ? [sql`JOIN (${from.rows}) ${from.alias} ON ${from.isOf}`] : []))
  return joins.length === 0 ? empty : join(joins, ' ')
}

function readThen(text: TrackerFilter['then'][number]): { key: TrackerSort; isDescending: boolean } {
  const at = text.lastIndexOf(':')
  return { key: text.slice(0, at) as TrackerSort, isDescending: text.endsWith(':desc') }
}
