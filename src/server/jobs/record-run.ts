import { pool, select, sql } from '../db/client'
import { toJson } from '../operation'

/** When work of this name was last begun and ended well; null when never. */
export async function lastRunAt(name: string): Promise<Date | null> {
  const [row] = await select<{ at: Date | null }>(sql`SELECT max(started_at) AS at FROM job_run WHERE queue = ${name} AND state = 'done'`)
  return row?.at ?? null
}

/** Does scheduled work and leaves a row of it in the list of jobs: running, done or failed. */
export async function recordRun(name: string, title: { key: string }, work: () => Promise<Record<string, unknown>>): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO job_run (queue, title, state, started_at, heartbeat_at, input) VALUES ($1, $2, 'running', now(), now(), '{}') RETURNING id`,
    [name, toJson(title)],
  )
  const id = rows[0]?.id
  try {
    const result = await work()
    await pool().query(`UPDATE job_run SET state = 'done', result = $2, finished_at = now() WHERE id = $1`, [id, toJson(result)])
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    await pool().query(`UPDATE job_run SET state = 'failed', error = $2, finished_at = now() WHERE id = $1`, [id, text.slice(0, 2000)])
    throw error
  }
}
