import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { BulkKind } from '../rules/bulk'

export type BulkRowState = 'waiting' | 'done' | 'skipped' | 'undone' | 'kept'
export type BulkRow = { deductionId: string; label: string; state: BulkRowState; reason: string | null }
export type Bulk = {
  id: string
  act: BulkKind
  ownerName: string | null
  requestedBy: string
  requestedByName: string
  requestedAt: Date
  undoAskedAt: Date | null
  undoAskedByName: string | null
  counts: Record<BulkRowState, number>
  /** Those that were left as they were, first; not more than can be read. */
  left: BulkRow[]
}

const LEFT_MAX = 500

/** A change of many deductions with what became of them; null when the actor may not see it. */
export async function findBulk(actor: Actor, id: string): Promise<Bulk | null> {
  if (actor.kind === 'job') return null
  const [bulk] = await select<Omit<Bulk, 'counts' | 'left'>>(sql`
    SELECT b.id::text, b.act, o.name AS "ownerName", b.requested_by::text AS "requestedBy", u.name AS "requestedByName", b.requested_at AS "requestedAt",
      b.undo_asked_at AS "undoAskedAt", n.name AS "undoAskedByName"
    FROM deduction_bulk b JOIN app_user u ON u.id = b.requested_by LEFT JOIN app_user o ON o.id = b.owner_id LEFT JOIN app_user n ON n.id = b.undo_asked_by
    WHERE b.id = ${id}::uuid AND (b.requested_by = ${actor.userId}::uuid OR ${actor.roles.includes('manager') || actor.roles.includes('admin')})`)
  if (!bulk) return null
  const left = await select<BulkRow>(sql`
    SELECT r.deduction_id::text AS "deductionId", r.label, r.state, r.reason FROM deduction_bulk_row r JOIN deduction d ON d.id = r.deduction_id
    WHERE r.bulk_id = ${id}::uuid AND r.state IN ('skipped', 'kept') AND ${scopeOf(actor, sql`d.customer_id`)} ORDER BY r.number LIMIT ${LEFT_MAX}`)
  const counts = await countBulkRows(id)
  return { ...bulk, left, counts: { waiting: 0, done: 0, skipped: 0, undone: 0, kept: 0, ...counts } }
}

/** How many rows of a change of many are in which state. */
export async function countBulkRows(id: string): Promise<Partial<Record<BulkRowState, number>>> {
  const rows = await select<{ state: BulkRowState; count: number }>(
    sql`SELECT state, count(*)::int AS count FROM deduction_bulk_row WHERE bulk_id = ${id}::uuid GROUP BY state`,
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
