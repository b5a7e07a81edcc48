import { select, sql } from '@/server/db/client'

/** The newest building of a dispute's package, as the jobs tray knows it. */
export type BuildRun = { id: string; state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'; error: string | null; createdAt: Date }

/** The caller has checked that the actor may see the dispute. */
export async function findBuildRun(disputeId: string): Promise<BuildRun | null> {
  const [row] = await select<BuildRun>(sql`
    SELECT id, state, error, created_at AS "createdAt" FROM job_run
    WHERE queue = 'disputes.build-package' AND input ->> 'disputeId' = ${disputeId} ORDER BY created_at DESC LIMIT 1`)
  return row ?? null
}
