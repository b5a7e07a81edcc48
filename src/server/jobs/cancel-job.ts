import { type Actor, hasRole } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { pool } from '../db/client'

/** Asks a job to stop at its next step. Only its requester or an admin may. */
export async function cancelJob(actor: Actor, jobRunId: string): Promise<void> {
  const userId = actor.kind === 'job' ? null : actor.userId
  const result = await pool().query(
    `UPDATE job_run SET cancel_requested_at = now(), state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END
     WHERE id = $1 AND state IN ('queued', 'running') AND ($2 OR requested_by = $3)`,
    [jobRunId, hasRole(actor, 'admin'), userId],
  )
  if (result.rowCount === 0) throw new Refusal('not-found')
}
