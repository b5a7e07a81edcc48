import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { reopenWaiting } from '../commands/reopen-waiting'
import { AROUND, type StoredBatch } from '../queries/stored-batch'
import { commitInOrder } from './commit-in-order'
import { holdImports } from './hold-imports'
import type { ReadBatch } from './read-batches'
import { readWithParts } from './read-with-parts'
import { hasReader } from './readers'
import { takeOverAbandoned, toReadAgain } from './take-over-abandoned'

const GROUP_FILES = 40

/**
 * Picks up what a crash left behind: half-read files are read again from their stored bytes, batches that were to be taken
 * over are taken over. Batches that wait for a person, or that a living import works on, are left alone.
 */
export async function resumeBatches(actor: Actor): Promise<{ committed: number }> {
  return holdImports(async (heldBy) => {
    const read = await takeOverAbandoned(actor, heldBy)
    await commitInOrder(actor, read)
    return { committed: read.length }
  })
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
  if (readable.length === 0) return { read: 0, committed: 0 }
  return holdImports(async (heldBy) => {
    const read: ReadBatch[] = []
    for (let start = 0; start < readable.length; start += GROUP_FILES) {
      const group = readable.slice(start, start + GROUP_FILES)
      const reopened = new Set(await reopenWaiting(actor, { batchIds: group.map((batch) => batch.id), heldBy }))
      const toRead = await Promise.all(group.filter((batch) => reopened.has(batch.id)).map(toReadAgain))
      read.push(...(await readWithParts(actor, toRead, { isPreview: false, heldBy })))
    }
    await commitInOrder(actor, read)
    return { read: readable.length, committed: read.length }
  })
}
