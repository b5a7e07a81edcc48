import { systemActor } from '@/core/actor'
import { acceptSmallAmounts } from '@/features/deductions/commands/accept-small-amounts'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { settleArrived } from '@/features/deductions/commands/settle-arrived'
import { triageDue } from '@/features/deductions/commands/triage-due'
import { checkOrders } from '@/features/orders/commands/check-orders'
import { reconcile } from '@/features/reconciliation/commands/reconcile'
import { gradeProofs } from '@/features/shipments/commands/grade-proofs'
import { select, sql } from '@/server/db/client'
import { withLock } from '@/server/db/with-lock'
import { lastRunAt, recordRun } from '@/server/jobs/record-run'

const NAME = 'file-intake.judge-imports'

/** After every import that took rows over, or was undone, and every paper read by hand: orders are checked, systems compared, deductions found and judged. */
export async function judgeImports(): Promise<void> {
  await withLock(NAME, async () => {
    if (!(await hasNewRecords())) return
    await recordRun(NAME, { key: 'fileIntake.job.judge' }, async () => {
      const actor = systemActor('imports')
      const orders = await checkOrders(actor, {})
      const systems = await reconcile(actor, { only: 'changed' })
      const papers = await gradeProofs(actor, {})
      const { created } = await findDeductions(actor, {})
      const judged = await triageDue(actor)
      await acceptSmallAmounts(actor, {})
      const { settled } = await settleArrived(actor, {})
      return {
        settled,
        orders: orders.changed,
        differences: systems.changed,
        graded: papers.graded,
        created,
        examined: judged?.examined ?? 0,
        changed: judged?.changed ?? 0,
      }
    })
  })
}

// A batch that is being taken over just now will ask again when it is done.
async function hasNewRecords(): Promise<boolean> {
  const since = (await lastRunAt(NAME)) ?? new Date(0)
  const [row] = await select<{ fresh: boolean; busy: boolean }>(sql`
    SELECT EXISTS (SELECT 1 FROM import_batch
        WHERE (state = 'done' AND accepted + changed > 0 AND finished_at >= ${since}) OR undone_at >= ${since})
        OR EXISTS (SELECT 1 FROM document WHERE read_at >= ${since}) AS fresh,
      EXISTS (SELECT 1 FROM import_batch WHERE state IN ('parsing', 'committing') AND created_at > now() - interval '5 minutes') AS busy`)
  return row !== undefined && row.fresh && !row.busy
}
