import { systemActor } from '@/core/actor'
import { dateInZone } from '@/core/calendar-date'
import { companyToday } from '@/server/clock'
import { select, sql } from '@/server/db/client'
import { withLock } from '@/server/db/with-lock'
import { env } from '@/server/env'
import { lastRunAt, recordRun } from '@/server/jobs/record-run'
import { raiseSignals } from '../commands/raise-signals'

const NAME = 'reconciliation.raise-signals'

/**
 * Looks for late and missing steps: once a day over all orders, because clocks run out by themselves; in between over those that imports
 * touched since. An import that was undone leaves nothing to find its orders by, and a changed clock runs for all: then all are looked at.
 */
export async function watchSignals(): Promise<void> {
  await withLock(NAME, async () => {
    const last = await lastRunAt(NAME)
    const isNewDay = last === null || dateInZone(last, env().RECOUP_TIMEZONE) !== companyToday()
    const since = last ?? new Date(0)
    const [news] = await select<{ ids: string[]; all: boolean; busy: boolean }>(sql`
      SELECT coalesce(array_agg(b.id::text) FILTER (WHERE b.state = 'done' AND b.accepted + b.changed > 0 AND b.finished_at >= ${since}), '{}') AS ids,
        coalesce(bool_or(b.undone_at >= ${since}), false) OR EXISTS (SELECT 1 FROM step_clock WHERE changed_at >= ${since}) AS "all",
        coalesce(bool_or(b.state IN ('parsing', 'committing') AND b.created_at > now() - interval '5 minutes'), false) AS busy
      FROM import_batch b`)
    const batchIds = news?.ids ?? []
    if (news?.busy || (!isNewDay && !news?.all && batchIds.length === 0)) return
    await recordRun(NAME, { key: 'shipments.job.signals' }, () =>
      raiseSignals(systemActor('signals'), { batchIds: isNewDay || news?.all ? null : batchIds }),
    )
  })
}
