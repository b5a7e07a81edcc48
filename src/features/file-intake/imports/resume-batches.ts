import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { localCopy } from '@/server/file-store'
import { COMMITTERS } from '../commands/committers'
import { reopenWaiting } from '../commands/reopen-waiting'
import { storedMappings } from './choose-saved-mapping'
import { commitInOrder } from './commit-in-order'
import { discardRows } from './copy-rows'
import type { ReadBatch } from './read-batches'
import { readWithParts } from './read-with-parts'
import { hasReader } from './readers'
import type { BatchToRead } from './reading'

/** A batch that was being read this long ago is being read by nobody any more. */
const ABANDONED_MINUTES = 15
const GROUP_FILES = 40

// What a batch came in, the outermost last; a file that came in several ways is judged by the first.
const AROUND = sql`ARRAY(
  WITH RECURSIVE way AS (
    SELECT p.parent_id, p.container, 1 AS level FROM import_part p WHERE p.batch_id = b.id
    UNION
    SELECT p.parent_id, p.container, w.level + 1 FROM way w JOIN import_part p ON p.batch_id = w.parent_id WHERE w.level < 8
  ) SELECT DISTINCT ON (level) container FROM way ORDER BY level)`

/**
 * Picks up what a crash left behind: half-read files are read again from their stored bytes, batches that were to be taken
 * over are taken over. Batches that wait for a person are left alone.
 */
export async function resumeBatches(actor: Actor, abandonedMinutes = ABANDONED_MINUTES): Promise<{ read: number; committed: number }> {
  const unread = await select<StoredBatch & { mappingVersionId: string | null }>(sql`
    SELECT b.id::text, coalesce(b.path, b.file_name) AS path, f.storage_key AS "storageKey", b.bytes, ${AROUND} AS around,
      b.mapping_version_id::text AS "mappingVersionId"
    FROM import_batch b JOIN stored_file f ON f.id = b.file_id
    WHERE b.state = 'parsing' AND coalesce(b.reopened_at, b.created_at) <= now() - ${abandonedMinutes}::int * interval '1 minute'`)
  await discardRows(unread.map((batch) => batch.id))
  const mappings = await storedMappings(unread.map((batch) => batch.mappingVersionId))
  await readWithParts(
    actor,
    await Promise.all(unread.map(async (batch) => ({ ...(await toRead(batch)), mapping: mappings.get(batch.mappingVersionId ?? '') }))),
    false,
  )
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

/**
 * Reads files again that were kept because nothing could be done with their kind, and whose kind has a reader now.
 * Readers come with a new version of the program only: once per start is enough.
 */
export async function resumeWaiting(actor: Actor): Promise<{ read: number; committed: number }> {
  const waiting = await select<StoredBatch & { format: string; kind: string }>(sql`
    SELECT b.id::text, coalesce(b.path, b.file_name) AS path, f.storage_key AS "storageKey", b.bytes, b.format, b.kind,
      ${AROUND} AS around
    FROM import_batch b JOIN stored_file f ON f.id = b.file_id
    WHERE b.state = 'waiting' AND b.reason = 'intake/kind-waits' ORDER BY b.number`)
  const readable = waiting.filter((batch) => hasReader(batch.format, batch.kind))
  const read: ReadBatch[] = []
  for (let start = 0; start < readable.length; start += GROUP_FILES) {
    const group = readable.slice(start, start + GROUP_FILES)
    const reopened = new Set(await reopenWaiting(actor, { batchIds: group.map((batch) => batch.id) }))
    read.push(...(await readWithParts(actor, await Promise.all(group.filter((batch) => reopened.has(batch.id)).map(toRead)), false)))
  }
  await commitInOrder(actor, read)
  return { read: readable.length, committed: read.length }
}

type StoredBatch = { id: string; path: string; storageKey: string; bytes: bigint; around: string[] }

async function toRead(batch: StoredBatch): Promise<BatchToRead> {
  return { id: batch.id, path: batch.path, storedAt: await localCopy(batch.storageKey), bytes: Number(batch.bytes), around: batch.around }
}

function lowestRank(kinds: readonly string[]): number {
  return COMMITTERS.findIndex((committer) => kinds.includes(committer.kind))
}
