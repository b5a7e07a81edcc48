import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { localCopy } from '@/server/file-store'
import { claimBatches } from '../commands/claim-batches'
import { ABANDONED, UNDER_WAY } from '../queries/abandoned-batches'
import type { StoredBatch } from '../queries/stored-batch'
import { storedMappings } from './choose-saved-mapping'
import { discardRows } from './copy-rows'
import { type BatchToCommit, findStagedBatches } from './read-batches'
import { readWithParts } from './read-with-parts'
import type { BatchToRead } from './reading'

const LOOKED_EVERY_MILLISECONDS = 250
const WAITED_SECONDS_MAX = 60

/** Takes over batches that died half done, the given ones or all, and reads again what was not read whole. Answers what is to be taken over. */
export async function takeOverAbandoned(actor: Actor, heldBy: string, batchIds?: readonly string[]): Promise<BatchToCommit[]> {
  const claimed = await claimBatches(actor, { heldBy, ...(batchIds ? { batchIds: [...batchIds] } : {}) })
  const unread = claimed.filter((batch) => batch.state === 'parsing')
  const read: BatchToCommit[] = []
  for (const isPreview of [false, true]) {
    const alike = unread.filter((batch) => batch.isPreview === isPreview)
    await discardRows(alike.map((batch) => batch.id))
    const mappings = await storedMappings(alike.map((batch) => batch.mappingVersionId ?? null))
    const toRead = alike.map(async (batch) => ({ ...(await toReadAgain(batch)), mapping: mappings.get(batch.mappingVersionId ?? '') }))
    const taken = await readWithParts(actor, await Promise.all(toRead), { isPreview, heldBy })
    if (!isPreview) read.push(...taken)
  }
  const staged = await findStagedBatches(claimed.filter((batch) => batch.state === 'committing').map((batch) => batch.id))
  return [...read, ...staged]
}

/**
 * Waits for batches that another import works on, as long as it lives: before we take anything over only for imports older
 * than ours, so that no two ever wait for each other. What turns out abandoned is taken over and answered.
 */
export async function waitForOthers(
  actor: Actor,
  heldBy: string,
  batchIds: readonly string[],
  whom: 'older' | 'all',
): Promise<BatchToCommit[]> {
  const read: BatchToCommit[] = []
  for (let waited = 0; waited < WAITED_SECONDS_MAX * 1000 && batchIds.length > 0; waited += LOOKED_EVERY_MILLISECONDS) {
    const others = await select<{ id: string; isAbandoned: boolean; isOlder: boolean }>(sql`
      SELECT b.id::text, ${ABANDONED} AS "isAbandoned", b.held_by < ${heldBy}::uuid AS "isOlder" FROM import_batch b
      WHERE b.id = ANY(${[...batchIds]}::uuid[]) AND b.held_by IS DISTINCT FROM ${heldBy}::uuid AND ${UNDER_WAY}`)
    const abandoned = others.filter((batch) => batch.isAbandoned).map((batch) => batch.id)
    if (abandoned.length > 0) read.push(...(await takeOverAbandoned(actor, heldBy, abandoned)))
    if (!others.some((batch) => !batch.isAbandoned && (whom === 'all' || batch.isOlder))) break
    await sleep(LOOKED_EVERY_MILLISECONDS)
  }
  return read
}

/** A stored file, fetched from the bucket when it has to be. */
export async function toReadAgain({ id, path, storageKey, bytes, around }: StoredBatch): Promise<BatchToRead> {
  return { id, path, storedAt: await localCopy(storageKey), bytes: Number(bytes), around }
}
