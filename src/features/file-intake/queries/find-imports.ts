import type { Actor } from '@/core/actor'
import { join, type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import type { BatchState, BatchWay } from '../rules/batch'
import { MAPPABLE_REASONS } from '../rules/mapping'
import { IMPORT_TABS, type ImportFilter, type ImportTab } from '../schemas'
import { batchesOf } from './batches-of'

export type ImportRowCounts = { read: number; accepted: number; duplicate: number; rejected: number; blank: number }

export type ImportListRow = ImportRowCounts & {
  id: string
  number: number
  file_name: string
  path: string | null
  kind: string
  format: string
  state: BatchState
  way: BatchWay
  changed: number
  findings: number
  times_sent: number
  reason: string | null
  customer_name: string | null
  uploaded_by: string | null
  created_at: Date
}

export type ImportPage = {
  rows: ImportListRow[]
  total: number
  counts: Readonly<Record<ImportTab, number>>
  /** Rows of all batches of the filtered set, side by side as the equation wants them. */
  sums: ImportRowCounts
  /** Kinds that occur, for the filter. */
  kinds: string[]
}

/** Files that somebody has to look at: not read, not taken over, with columns to be mapped, or with rows that were turned away. */
export const NEEDS_ATTENTION: Sql = sql`(b.state IN ('staged', 'refused', 'failed') OR (b.state = 'done' AND b.rejected > 0)
  OR (b.state = 'waiting' AND b.reason = ANY(${[...MAPPABLE_REASONS]})))`

const TAB_CONDITIONS: Readonly<Record<ImportTab, Sql>> = {
  attention: NEEDS_ATTENTION,
  staged: sql`b.state IN ('received', 'parsing', 'staged', 'committing')`,
  done: sql`b.state = 'done'`,
  waiting: sql`b.state = 'waiting'`,
  all: sql`TRUE`,
}

/** One page of the files that came in, newest first, with the counts of every tab. */
export async function findImports(actor: Actor, filter: ImportFilter): Promise<ImportPage> {
  const conditions = conditionsOf(actor, filter)
  const where = sql`${conditions} AND ${TAB_CONDITIONS[filter.tab]}`
  const [rows, [sums], kinds] = await Promise.all([
    selectRows(where, filter.page),
    select<ImportRowCounts & { total: number } & Record<ImportTab, number>>(sql`
      SELECT ${join(
        IMPORT_TABS.map((tab) => sql`count(*) FILTER (WHERE ${TAB_CONDITIONS[tab]})::int AS ${TAB_NAMES[tab]}`),
        ', ',
      )}, ${join(
        SUMS.map((column) => sql`coalesce(sum(b.${column.column}) FILTER (WHERE ${TAB_CONDITIONS[filter.tab]}), 0)::int AS ${column.name}`),
        ', ',
      )}
      FROM import_batch b LEFT JOIN customer c ON c.id = b.customer_id WHERE ${conditions}`),
    select<{ kind: string }>(sql`SELECT DISTINCT b.kind FROM import_batch b WHERE ${batchesOf(actor)} ORDER BY b.kind`),
  ])
  const counts = sums ?? EMPTY
  return {
    rows,
    total: counts[filter.tab],
    counts,
    sums: counts,
    kinds: kinds.map((row) => row.kind),
  }
}

// Names are written out, so that no text of a request ever becomes an identifier.
const TAB_NAMES: Readonly<Record<ImportTab, Sql>> = {
  attention: sql`attention`,
  staged: sql`staged`,
  done: sql`done`,
  waiting: sql`waiting`,
  all: sql`"all"`,
}
const SUMS = [
  { column: sql`rows_read`, name: sql`read` },
  { column: sql`accepted`, name: sql`accepted` },
  { column: sql`duplicate`, name: sql`duplicate` },
  { column: sql`rejected`, name: sql`rejected` },
  { column: sql`blank`, name: sql`blank` },
]
const EMPTY = { attention: 0, staged: 0, done: 0, waiting: 0, all: 0, read: 0, accepted: 0, duplicate: 0, rejected: 0, blank: 0 }

function selectRows(where: Sql, page: number): Promise<ImportListRow[]> {
  return select<ImportListRow>(sql`
    SELECT b.id::text, b.number, b.file_name, b.path, b.kind, b.format, b.state, b.way, b.rows_read AS read, b.accepted, b.duplicate, b.rejected,
      b.blank, b.changed, b.times_sent, b.reason, c.name AS customer_name, u.name AS uploaded_by, b.created_at,
      (SELECT count(*)::int FROM import_finding f WHERE f.batch_id = b.id) AS findings
    FROM import_batch b LEFT JOIN customer c ON c.id = b.customer_id LEFT JOIN app_user u ON u.id = b.uploaded_by
    WHERE ${where} ORDER BY b.number DESC ${limitToPage(page)}`)
}

function conditionsOf(actor: Actor, filter: ImportFilter): Sql {
  const parts: Sql[] = [batchesOf(actor)]
  if (filter.q !== '') {
    const like = `%${filter.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    parts.push(sql`(b.file_name ILIKE ${like} OR b.path ILIKE ${like} OR b.number::text = ${filter.q.replace(/^#/, '')})`)
  }
  if (filter.kind !== '') parts.push(sql`b.kind = ${filter.kind}`)
  if (filter.way !== '') parts.push(sql`b.way = ${filter.way}`)
  if (filter.customer !== '') parts.push(sql`c.code = ${filter.customer}`)
  return join(parts, ' AND ')
}
