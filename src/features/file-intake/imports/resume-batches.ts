import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { storedPath } from '@/server/file-store'
import { COMMITTERS } from '../commands/committers'
import { commitInOrder } from './commit-in-order'
import { discardRows } from './copy-rows'
import { readBatches } from './read-batches'

/** A batch that was being read this long ago is being read by nobody any more. */
const ABANDONED_MINUTES = 15

/**
 * Picks up what a crash left behind: half-read files are read again from their stored bytes, batches that were to be taken
 * over are taken over. Batches that wait for a person are left alone.
 */
export async function resumeBatches(actor: Actor, abandonedMinutes = ABANDONED_MINUTES): Promise<{ read: number; committed: number }> {
  const unread = await select<{ id: string; path: string; storageKey: string; bytes: bigint }>(sql`
    SELECT b.id::text, coalesce(b.path, b.file_name) AS path, f.storage_key AS "storageKey", b.bytes
    FROM import_batch b JOIN stored_file f ON f.id = b.file_id
    WHERE b.state = 'parsing' AND b.created_at <= now() - ${abandonedMinutes}::int * interval '1 minute'`)
  await discardRows(unread.map((batch) => batch.id))
  const files = unread.map((batch) => ({
    id: batch.id,
    path: batch.path,
    storedAt: storedPath(batch.storageKey),
    bytes: Number(batch.bytes),
  }))
  await readBatches(actor, files, false)
  const wanted = await select<{ id: string; path: string; kinds: string[]; rows: number }>(sql`
    SELECT b.id::text, coalesce(b.path, b.file_name) AS path, b.rows_read AS rows,
      ARRAY(SELECT DISTINCT r.kind FROM import_row r WHERE r.batch_id = b.id AND r.status = 'staged') AS kinds
    FROM import_batch b WHERE b.state = 'committing'`)
  await commitInOrder(
    actor,
    wanted.map((batch) => ({ id: batch.id, path: batch.path, rows: batch.rows, rank: lowestRank(batch.kinds) })),
  )
  return { read: unread.length, committed: wanted.length }
}

function lowestRank(kinds: readonly string[]): number {
  return COMMITTERS.findIndex((committer) => kinds.includes(committer.kind))
}
