import * as z from 'zod'
import { settleTasks } from '@/features/tasks/commands/settle-tasks'
import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql, type Tx } from '@/server/db/client'
import { canReconcile } from '../policy'
import { findAllDifferences } from './find-all-differences'
import { keepDifferences } from './keep-differences'
import { keepMatches } from './keep-matches'
import { listUnpaired } from './list-unpaired'
import { matchTolerantly } from './match-tolerantly'
import { pairOrderLines } from './pair-order-lines'
import { type Extent, prepareExtent, preparePlanner, rememberExtent } from './prepare-extent'

/** Counts of order lines compared by how they were brought together: 'exact' by their numbers, else by the kind of the match. */
export type Reconciled = { examined: number; changed: number; byKind: Record<string, number>; matches: Record<string, number> }

/**
 * Compares SAP with orders, ship notices, receipts, carriers and billing, as sets: first by numbers, then tolerantly what is
 * left. Only what differs is kept: each difference has one identity, so a new run opens what is new and resolves what both
 * sides now agree on. `changed` examines what was touched since the last run, and finds what examining everything would find.
 */
export const reconcile = defineCommand({
  event: 'reconciliation.run',
  input: z.strictObject({ only: z.enum(['changed']).optional() }),
  find: findNothing,
  allow: canReconcile,
  timeoutMs: 600_000,
  async change(scope, _nothing, input): Promise<Reconciled> {
    const { tx, today } = scope
    await preparePlanner(tx)
    const extent = await prepareExtent(tx, today, input.only !== 'changed')
    if (extent.isEmpty === true) return { examined: 0, changed: 0, byKind: {}, matches: {} }
    const exact = await pairOrderLines(tx, extent)
    await listUnpaired(tx, extent)
    await matchTolerantly(tx)
    await findAllDifferences(tx, extent)
    await keepMatches(tx, extent)
    const { written, resolved } = await keepDifferences(tx, extent)
    if (resolved.length > 0) await settleTasks(scope.actor, { subjectKind: 'difference', subjectIds: resolved }, { within: scope })
    await rememberExtent(tx, today)
    return {
      examined: await countExamined(tx, extent),
      changed: written + resolved.length,
      byKind: await countBy(
        tx,
        sql`SELECT kind AS name, count(DISTINCT identity)::int AS count FROM found_difference GROUP BY kind ORDER BY kind`,
      ),
      matches: {
        exact,
        ...(await countBy(tx, sql`SELECT kind AS name, count(*)::int AS count FROM found_match GROUP BY kind ORDER BY kind`)),
      },
    }
  },
})

async function countBy(tx: Tx, query: ReturnType<typeof sql>): Promise<Record<string, number>> {
  const rows = await selectIn<{ name: string; count: number }>(tx, query)
  return Object.fromEntries(rows.map((row) => [row.name, row.count]))
}

async function countExamined(tx: Tx, { everything }: Extent): Promise<number> {
  const [lines] = await selectIn<{ count: number }>(
    tx,
    everything
      ? sql`SELECT ((SELECT count(*) FROM sales_order_line) + (SELECT count(*) FROM delivery_line) + (SELECT count(*) FROM purchase_order_line))::int AS count`
      : sql`SELECT ((SELECT count(*) FROM in_order) + (SELECT count(*) FROM in_delivery) + (SELECT count(*) FROM in_invoice))::int AS count`,
  )
  return lines?.count ?? 0
}
