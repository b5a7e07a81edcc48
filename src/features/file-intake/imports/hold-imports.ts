import { pool } from '@/server/db/client'
import { log } from '@/server/log'

const HEARTBEAT_MILLISECONDS = 5_000

/**
 * Runs an import under an id of its own that shows every five seconds that it lives. When this process dies, the sign of
 * life stops, and whoever comes next takes over what it held. Ids grow with time.
 */
export async function holdImports<Result>(work: (heldBy: string) => Promise<Result>): Promise<Result> {
  const { rows } = await pool().query<{ id: string }>('INSERT INTO import_holder DEFAULT VALUES RETURNING id::text')
  const heldBy = rows[0]?.id
  if (heldBy === undefined) throw new Error('an import has no holder')
  const heartbeat = setInterval(() => {
    pool()
      .query('UPDATE import_holder SET heartbeat_at = now() WHERE id = $1::uuid', [heldBy])
      .catch((error: unknown) => log().warn({ err: error }, 'an import could not show that it lives'))
  }, HEARTBEAT_MILLISECONDS)
  try {
    return await work(heldBy)
  } finally {
    clearInterval(heartbeat)
    await pool().query('DELETE FROM import_holder WHERE id = $1::uuid', [heldBy])
  }
}
