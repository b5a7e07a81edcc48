import { type Actor, hasRole } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { type Sql, select, sql } from '@/server/db/client'

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/** One piece of background work: what, how far, for whom. */
export type JobRow = {
  id: string
  queue: string
  title: { key: string; values?: Record<string, string | number> }
  state: JobState
  progress: number
  total: number | null
  error: string | null
  /** What it answered, when it is done. */
  result: Record<string, unknown> | null
  isCancelRequested: boolean
  requestedBy: string | null
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

const COLUMNS: Sql = sql`j.id::text, j.queue, j.title, j.state, j.progress, j.total, j.error, j.result, j.cancel_requested_at IS NOT NULL AS "isCancelRequested",
  u.name AS "requestedBy", j.created_at AS "createdAt", j.started_at AS "startedAt", j.finished_at AS "finishedAt"`

/** For the tray: own work that is under way, and what ended in the last minutes. */
export async function findOwnJobs(actor: Actor): Promise<JobRow[]> {
  if (actor.kind === 'job') return []
  return select<JobRow>(sql`
    SELECT ${COLUMNS} FROM job_run j LEFT JOIN app_user u ON u.id = j.requested_by
    WHERE j.requested_by = ${actor.userId}::uuid AND (j.state IN ('queued', 'running') OR j.finished_at > now() - interval '10 minutes')
    ORDER BY j.created_at DESC LIMIT 20`)
}

/** For the health page: the last work of everybody. */
export async function findAllJobs(actor: Actor): Promise<JobRow[]> {
  if (!hasRole(actor, 'admin')) throw new Refusal('not-allowed')
  return select<JobRow>(sql`
    SELECT ${COLUMNS} FROM job_run j LEFT JOIN app_user u ON u.id = j.requested_by
    ORDER BY j.state NOT IN ('queued', 'running'), j.created_at DESC LIMIT 100`)
}
