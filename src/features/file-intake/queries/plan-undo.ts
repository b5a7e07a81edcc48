import { GONE_DEDUCTIONS, RELEASED_SOURCES, REPAYMENTS_TAKEN_BACK } from '@/features/deductions/queries/released-sources'
import { join, raw, selectIn, sql, type Tx } from '@/server/db/client'
import { recordsOf } from '@/server/undo-records'
import { findUses } from './find-uses'
import { IMPORTED_TABLES } from './imported-tables'
import { BLOCKER_KINDS, type BlockerKind, blockersOf } from './undo-blockers'

/** Something built on an import; `id` leads there, null where there is no page of its own. */
export type UndoBlocker = { kind: BlockerKind | 'in-use'; count: number; subjects: { id: string | null; label: string }[] }

/** What undoing an import would do, and what stands against it. */
export type UndoPlan = {
  /** Records per table: how many go, how many get back what they said before. */
  records: { table: string; removed: number; restored: number }[]
  deductions: { removed: number; removedMinor: { currency: string; minor: string }[]; described: number; reopened: number }
  blockers: UndoBlocker[]
}

const SUBJECTS_SHOWN = 10

/** Finds out what undoing an import means. Leaves `undoing (table_name, record_id, version_id)` behind for the rest of the transaction. */
export async function planUndo(tx: Tx, batchId: string): Promise<UndoPlan> {
  const rows = join(
    IMPORTED_TABLES.map((table) => recordsOf(batchId, table)),
    ' UNION ALL ',
  )
  await tx.$executeRaw(sql`CREATE TEMP TABLE undoing ON COMMIT DROP AS ${rows}`)
  await tx.$executeRaw(sql`ANALYZE undoing`)
  await tx.$executeRaw(sql`CREATE TEMP TABLE released ON COMMIT DROP AS ${RELEASED_SOURCES}`)
  const records = await selectIn<UndoPlan['records'][number]>(
    tx,
    sql`SELECT table_name AS "table", count(*) FILTER (WHERE version_id IS NULL)::int AS removed,
        count(*) FILTER (WHERE version_id IS NOT NULL)::int AS restored
      FROM undoing GROUP BY table_name ORDER BY array_position(${IMPORTED_TABLES.map(({ table }) => table)}::text[], table_name)`,
  )
  const blockers: UndoBlocker[] = []
  for (const kind of BLOCKER_KINDS) {
    const found = await selectIn<{ id: string; label: string; count: number }>(
      tx,
      sql`SELECT found.*, (count(*) OVER ())::int AS count FROM (${blockersOf(batchId)[kind]}) found LIMIT ${SUBJECTS_SHOWN}`,
    )
    const [first] = found
    if (first) blockers.push({ kind, count: first.count, subjects: found.map(({ id, label }) => ({ id, label })) })
  }
  const uses = await findUses(tx, batchId)
  if (uses.length > 0)
    blockers.push({
      kind: 'in-use',
      count: uses.reduce((sum, use) => sum + use.count, 0),
      subjects: uses.map(({ table }) => ({ id: null, label: table })),
    })
  const deductions = await planDeductions(tx)
  await tx.$executeRaw(raw('DROP TABLE released'))
  return { records, deductions, blockers }
}

async function planDeductions(tx: Tx): Promise<UndoPlan['deductions']> {
  const removedMinor = await selectIn<{ currency: string; minor: string; count: number }>(
    tx,
    sql`SELECT d.currency::text, sum(d.amount_minor)::text AS minor, count(*)::int AS count FROM deduction d
      WHERE d.id IN (${GONE_DEDUCTIONS}) GROUP BY d.currency ORDER BY d.currency`,
  )
  const [counts] = await selectIn<{ described: number; reopened: number }>(
    tx,
    sql`SELECT (SELECT count(DISTINCT deduction_id) FROM released WHERE amount_minor > 0 AND deduction_id NOT IN (${GONE_DEDUCTIONS}))::int AS described,
      (SELECT count(DISTINCT deduction_id) FROM (${REPAYMENTS_TAKEN_BACK}) taken_back)::int AS reopened`,
  )
  return {
    removed: removedMinor.reduce((sum, { count }) => sum + count, 0),
    removedMinor: removedMinor.map(({ currency, minor }) => ({ currency, minor })),
    described: counts?.described ?? 0,
    reopened: counts?.reopened ?? 0,
  }
}
