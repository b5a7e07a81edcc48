import type { Actor } from '@/core/actor'
import { localCopy, type Stored, storeFile } from '@/server/file-store'
import { confirmEncodings } from '../commands/confirm-encodings'
import { type ReceivedBatch, receiveBatches } from '../commands/receive-batches'
import { findPartIds } from '../queries/find-import-parts'
import type { BatchWay, ParentReason } from '../rules/batch'
import { commitInOrder } from './commit-in-order'
import { holdImports } from './hold-imports'
import { fileNameOf, mediaTypeOfName } from './media-type-of-name'
import type { ReadBatch } from './read-batches'
import { readSettledDates } from './read-settled-dates'
import { readWithParts } from './read-with-parts'
import type { MappingToUse } from './reading'
import { waitForOthers } from './take-over-abandoned'

/** Bytes to be stored, or stored already. `path` is where they came from, with its folders; `parent` the import they came out of. */
export type FileToImport = { path: string; way: BatchWay; parent?: { id: string; reason: ParentReason } } & (
  | { content: () => Promise<Uint8Array> }
  | { stored: Stored }
)
export type ImportOptions = {
  /** True: rows are read and shown, nothing is taken over before somebody says so. */
  isPreview?: boolean
  /** True: the same request came before, so that the same bytes are no second sending. */
  isRetry?: boolean
  /** True: bytes whose import was undone come in anew. */
  isAgain?: boolean
  /** The saved version of a mapping by which a person wants them read. */
  mapping?: MappingToUse | undefined
  onProgress?: (done: number) => void
}

const GROUP_FILES = 40
const GROUPS_AT_ONCE = 2

/**
 * Takes files in: keeps their bytes, opens a batch each, reads them in the child processes, stages their rows, and takes
 * them over in the order in which facts depend on each other, whatever order they came in. Answers the batch of every
 * file, in the order of the files; files that came before are answered with their first batch, once it is finished. What mails
 * and archives hold is taken in with them, each file as a batch of its own.
 */
export async function importFiles(actor: Actor, files: readonly FileToImport[], options: ImportOptions = {}): Promise<ReceivedBatch[]> {
  return holdImports((heldBy) => importAll(actor, files, options, heldBy))
}

async function importAll(actor: Actor, files: readonly FileToImport[], options: ImportOptions, heldBy: string): Promise<ReceivedBatch[]> {
  const received: ReceivedBatch[][] = []
  const read: ReadBatch[] = []
  const running: Promise<void>[] = []
  for (let start = 0; start < files.length; start += GROUP_FILES) {
    const group = files.slice(start, start + GROUP_FILES)
    const place = received.push([]) - 1
    const work = takeIn(actor, group, options, heldBy).then((taken) => {
      received[place] = taken.batches
      read.push(...taken.read)
      options.onProgress?.(group.length)
    })
    running.push(work)
    if (running.length >= GROUPS_AT_ONCE) await running.shift()
  }
  await Promise.all(running)
  // Rows of ours may need what another import, or one that died, has half done.
  const batches = received.flat()
  const known = batches.filter((batch) => !batch.isNew).map((batch) => batch.id)
  const others = known.length === 0 ? [] : [...known, ...(await findPartIds(actor, known))]
  const leftBehind = await waitForOthers(actor, heldBy, others, 'older')
  await commitInOrder(actor, options.isPreview ? leftBehind : [...read, ...leftBehind])
  await commitInOrder(actor, await waitForOthers(actor, heldBy, others, 'all'))
  // What came with a file may say how its dates and its characters are written.
  await readSettledDates(actor, heldBy)
  await confirmEncodings(actor, {})
  return batches
}

async function takeIn(
  actor: Actor,
  files: readonly FileToImport[],
  { isPreview = false, isRetry = false, isAgain = false, mapping }: ImportOptions,
  heldBy: string,
): Promise<{ batches: ReceivedBatch[]; read: ReadBatch[] }> {
  const stored = []
  for (const file of files) {
    const { sha256, bytes, storageKey } = 'stored' in file ? file.stored : await storeFile(await file.content())
    stored.push({
      fileName: fileNameOf(file.path),
      path: file.path,
      sha256,
      storageKey,
      bytes,
      mediaType: mediaTypeOfName(file.path),
      way: file.way,
      parent: file.parent ?? null,
    })
  }
  const batches = await receiveBatches(actor, {
    files: stored,
    isRetry,
    isAgain,
    isPreview,
    heldBy,
    mappingVersionId: mapping?.versionId ?? null,
  })
  const bySha = new Map(batches.map((batch) => [batch.sha256, batch]))
  const fresh = new Map(stored.flatMap((file) => (bySha.get(file.sha256)?.isNew ? [[file.sha256, file] as const] : [])))
  const toRead = [...fresh.values()].map(async (file) => {
    const batch = bySha.get(file.sha256)
    return batch ? [{ id: batch.id, path: file.path, storedAt: await localCopy(file.storageKey), bytes: file.bytes, mapping }] : []
  })
  const read = await readWithParts(actor, (await Promise.all(toRead)).flat(), { isPreview, heldBy })
  return { batches: stored.flatMap((file) => bySha.get(file.sha256) ?? []), read }
}
