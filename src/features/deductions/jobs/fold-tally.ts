import { select, sql } from '@/server/db/client'
import { withLock } from '@/server/db/with-lock'

/** Entries that may lie unfolded beside the cells: few enough to be added up while somebody waits. */
const ENTRIES_MAX = 2_000

/** Makes one entry of the entries of each cell of the tally, when changes have left many; nothing that anybody sees changes. */
export async function foldTally(): Promise<void> {
  await withLock('deductions.fold-tally', async () => {
    const [found] = await select<{ surplus: number }>(sql`
      SELECT (count(*) - count(DISTINCT (customer_id, currency, category, verdict, state, is_open, is_ready, owner_id)))::int AS surplus FROM deduction_tally`)
    if ((found?.surplus ?? 0) > ENTRIES_MAX) await select(sql`SELECT deduction_tally_fold()`)
  })
}
