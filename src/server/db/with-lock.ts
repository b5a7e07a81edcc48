import { pool } from './client'

/**
 * Runs work unless another process is at it; answers false when it was. The lock belongs to a transaction, so that it works
 * through a connection pooler and ends with the work or with this process.
 */
export async function withLock(name: string, work: () => Promise<unknown>): Promise<boolean> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked', [name])
    const isOurs = rows[0]?.locked === true
    if (isOurs) await work()
    await client.query('COMMIT')
    return isOurs
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
