import { type Actor, hasRole } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { join, type Sql, select, sql } from '@/server/db/client'
import type { AuditFilter } from '../schemas'

export type AuditRow = {
  id: bigint
  at: Date
  event: string
  actorName: string
  actorKind: string
  tableName: string
  rowId: string
  customerName: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export const AUDIT_ROWS_PER_PAGE = 100

/**
 * What was changed by whom, newest first; searched by table, row, actor and event. Jobs are found by the word that the reader sees
 * for them, too. `hasMore` tells of an older page.
 */
export async function findAuditEntries(
  actor: Actor,
  filter: AuditFilter,
  systemWord = '',
): Promise<{ rows: AuditRow[]; hasMore: boolean; tables: string[] }> {
  if (!hasRole(actor, 'admin')) throw new Refusal('not-allowed')
  const parts: Sql[] = [sql`TRUE`]
  if (filter.table !== '') parts.push(sql`a.table_name = ${filter.table}`)
  if (filter.row !== '') parts.push(sql`a.row_id = ${filter.row}`)
  if (filter.actor !== '') parts.push(actorIs(filter.actor, systemWord))
  if (filter.event !== '') parts.push(sql`replace(a.event, '.', '-') = ${filter.event}`)
  if (filter.before !== '') parts.push(sql`a.id < ${BigInt(filter.before)}`)
  const [rows, tables] = await Promise.all([
    select<AuditRow>(sql`
      SELECT a.id, a.at, a.event, a.actor_name AS "actorName", a.actor_kind AS "actorKind", a.table_name AS "tableName", a.row_id AS "rowId",
        c.name AS "customerName", a.before, a.after
      FROM audit_entry a LEFT JOIN customer c ON c.id = a.customer_id
      WHERE ${join(parts, ' AND ')} ORDER BY a.id DESC LIMIT ${AUDIT_ROWS_PER_PAGE + 1}`),
    select<{ name: string }>(sql`
      SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'audit_insert'
        ORDER BY 1`),
  ])
  return { rows: rows.slice(0, AUDIT_ROWS_PER_PAGE), hasMore: rows.length > AUDIT_ROWS_PER_PAGE, tables: tables.map(({ name }) => name) }
}

function actorIs(text: string, systemWord: string): Sql {
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql`(a.actor_name ILIKE ${pattern} OR a.actor_kind = 'job' AND ${systemWord} ILIKE ${pattern})`
}
