import { type Actor, systemActor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { actorOf, findPerson } from '../actor-of-user'
import { pool, select, sql } from '../db/client'
import { log } from '../log'
import { toJson } from '../operation'
import { type Job, JobCancelled } from './define-job'

type RunRow = { id: string; queue: string; requested_by: string | null; input: unknown; cancel_requested_at: Date | null; state: string }

/** Runs one attempt of a job and keeps its row: running, progress, done, failed or cancelled. */
export async function runJob(job: Job, jobRunId: string, signal: AbortSignal, isLastAttempt: boolean): Promise<void> {
  const [row] = await select<RunRow>(
    sql`SELECT id, queue, requested_by, input, cancel_requested_at, state FROM job_run WHERE id = ${jobRunId}::uuid`,
  )
  if (!row || row.state === 'done' || row.state === 'cancelled') return
  await pool().query(
    `UPDATE job_run SET state = 'running', started_at = coalesce(started_at, now()), heartbeat_at = now(), error = NULL WHERE id = $1`,
    [row.id],
  )
  try {
    const actor = await actorOfRun(row)
    const result = await job.run(
      { actor, jobRunId, signal, progress: (done, total) => tellProgress(row.id, done, total) },
      job.input.parse(row.input),
    )
    await pool().query(`UPDATE job_run SET state = 'done', result = $2, finished_at = now() WHERE id = $1`, [row.id, toJson(result)])
  } catch (error) {
    if (error instanceof JobCancelled) {
      await pool().query(`UPDATE job_run SET state = 'cancelled', finished_at = now() WHERE id = $1`, [row.id])
      return
    }
    await keepFailure(row.id, error, isLastAttempt || error instanceof Refusal)
    // A refusal will be refused again: trying once more would only repeat it.
    if (!(error instanceof Refusal)) throw error
  }
}

/** A job acts with its requester's rights of now, not of when it was asked for. */
async function actorOfRun(row: RunRow): Promise<Actor> {
  if (row.requested_by === null) return systemActor(row.queue)
  const person = await findPerson(row.requested_by)
  if (!person) throw new Refusal('not-allowed')
  return actorOf(person)
}

async function tellProgress(jobRunId: string, done: number, total: number | null): Promise<void> {
  const result = await pool().query<{ cancel: boolean }>(
    `UPDATE job_run SET progress = $2, total = $3, heartbeat_at = now() WHERE id = $1 RETURNING cancel_requested_at IS NOT NULL AS cancel`,
    [jobRunId, done, total],
  )
  if (result.rows[0]?.cancel) throw new JobCancelled()
}

async function keepFailure(jobRunId: string, error: unknown, isFinal: boolean): Promise<void> {
  const text = error instanceof Refusal ? error.code : error instanceof Error ? error.message : String(error)
  log().error({ err: error, jobRunId }, 'job failed')
  await pool().query(`UPDATE job_run SET state = $2, error = $3, finished_at = CASE WHEN $2 = 'failed' THEN now() END WHERE id = $1`, [
    jobRunId,
    isFinal ? 'failed' : 'queued',
    text.slice(0, 2000),
  ])
}
