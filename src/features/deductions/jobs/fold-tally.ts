import { select, sql } from '@/server/db/client'
import { withLock } from '@/server/db/with-lock'

/** Entries that may lie unfolded beside the cells: few enough to be added up while somebody waits. */
const ENTRIES_MAX = 2_000
const CELL = sql`customer_id, currency, category, verdict, state, is_open, is_ready, owner_id`

/** Makes one entry of the entries of each cell of the tally and its subtotals, when changes have left many; nothing that anybody sees changes. */
export async function foldTally(): Promise<void> {
  await withLock('deductions.fold-tally', async () => {
    const [found] = await select<{ cells: number; subtotals: number }>(sql`
      SELECT (SELECT count(*) - count(DISTINCT (${CELL})) FROM deduction_tally)::int AS cells,
        (SELECT count(*) - count(DISTINCT (grain, ${CELL})) FROM deduction_subtotal)::int AS subtotals`)
    if ((found?.cells ?? 0) > ENTRIES_MAX) await select(sql`SELECT deduction_tally_fold()`)
    if ((found?.subtotals ?? 0) > ENTRIES_MAX) await select(sql`SELECT deduction_subtotal_fold()`)
  })
}
