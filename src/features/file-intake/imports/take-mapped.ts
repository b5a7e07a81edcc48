import type * as z from 'zod'
import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { select, sql } from '@/server/db/client'
import { localCopy } from '@/server/file-store'
import { readWithMapping } from '../commands/read-with-mapping'
import { saveMapping } from '../commands/save-mapping'
import { undoBatch } from '../commands/undo-batch'
import { batchesOf } from '../queries/batches-of'
import { checkMapping } from '../rules/check-mapping'
import type { TakeMappedInput } from '../schemas'
import { storedMappings } from './choose-saved-mapping'
import { commitInOrder } from './commit-in-order'
import { holdImports } from './hold-imports'
import { importAgain } from './import-again'
import { targetOf } from './mapping-targets'
import { readBatches } from './read-batches'

/**
 * Keeps a mapping, reads the file it was made on and the others chosen by it, and takes their rows over like those of any other
 * file. What a file that was read already had brought is taken back first. Returns the ids of the batches read. Refuses 'file-intake/mapping-incomplete' with the first thing missing.
 */
export async function takeMapped(actor: Actor, input: z.output<typeof TakeMappedInput>): Promise<string[]> {
  const { alsoIds, ...mapping } = input
  const [problem] = checkMapping(mapping.definition, targetOf(mapping.definition.kind), mapping.customerId !== null)
  if (problem) throw new Refusal('file-intake/mapping-incomplete', { details: { problem: problem.code, subject: problem.subject } })
  const kept = await saveMapping(actor, mapping)
  const [read] = await select<{ state: string }>(
    sql`SELECT b.state FROM import_batch b WHERE b.id = ${mapping.batchId}::uuid AND ${batchesOf(actor)}`,
  )
  const wasRead = read?.state === 'done' || read?.state === 'undone'
  const before = wasRead ? await readAnew(actor, mapping.batchId, read.state, kept.versionId) : []
  if (before.length > 0 && alsoIds.length === 0) return before
  const waiting = before.length > 0 ? alsoIds : [mapping.batchId, ...alsoIds]
  return [...before, ...(await holdImports((heldBy) => readByVersion(actor, waiting, kept.versionId, heldBy)))]
}

/** A file that was read already: what it brought is taken back, and it comes in anew as an import of its own. */
async function readAnew(actor: Actor, batchId: string, state: string, versionId: string): Promise<string[]> {
  const mapping = (await storedMappings([versionId])).get(versionId)
  if (state === 'done') await undoBatch(actor, { batchId })
  return [(await importAgain(actor, batchId, mapping)).id]
}

async function readByVersion(actor: Actor, batchIds: readonly string[], versionId: string, heldBy: string): Promise<string[]> {
  const opened = await readWithMapping(actor, { batchIds: [...batchIds], versionId, heldBy })
  const mapping = (await storedMappings([versionId])).get(versionId)
  const stored = await select<{ id: string; path: string; storageKey: string; bytes: bigint }>(sql`
    SELECT b.id::text, coalesce(b.path, b.file_name) AS path, f.storage_key AS "storageKey", b.bytes
    FROM import_batch b JOIN stored_file f ON f.id = b.file_id WHERE b.id = ANY(${opened}::uuid[]) ORDER BY b.number`)
  const batches = stored.map(async ({ id, path, storageKey, bytes }) => ({
    id,
    path,
    storedAt: await localCopy(storageKey),
    bytes: Number(bytes),
    mapping,
  }))
  await commitInOrder(actor, await readBatches(actor, await Promise.all(batches), { isPreview: false, heldBy }))
  return opened
}
