import { pool } from './client'

/** Runs work unless another process is at it; answers false when it was. The lock ends with the work or with this process. */
export async function withLock(name: string, work: () => Promise<unknown>): Promise<boolean> {
  const client = await pool().connect()
  try {
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked', [name])
    if (!rows[0]?.locked) return false
    try {
      await work()
      return true
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name])
    }
  } finally {
    client.release()
  }
}
