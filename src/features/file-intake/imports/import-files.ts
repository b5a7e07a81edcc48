import type { Actor } from '@/core/actor'
import { localCopy, type Stored, storeFile } from '@/server/file-store'
import { type ReceivedBatch, receiveBatches } from '../commands/receive-batches'
import type { BatchWay, ParentReason } from '../rules/batch'
import { commitInOrder } from './commit-in-order'
import { fileNameOf, mediaTypeOfName } from './media-type-of-name'
import type { ReadBatch } from './read-batches'
import { readWithParts } from './read-with-parts'

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
  onProgress?: (done: number) => void
}

const GROUP_FILES = 40
const GROUPS_AT_ONCE = 2

/**
 * Takes files in: keeps their bytes, opens a batch each, reads them in the child processes, stages their rows, and takes
 * them over in the order in which facts depend on each other, whatever order they came in. Answers the batch of every
 * file, in the order of the files; files that came before are answered with their first batch. What mails and archives hold is
 * taken in with them, each file as a batch of its own.
 */
export async function importFiles(actor: Actor, files: readonly FileToImport[], options: ImportOptions = {}): Promise<ReceivedBatch[]> {
  const received: ReceivedBatch[][] = []
  const read: ReadBatch[] = []
  const running: Promise<void>[] = []
  for (let start = 0; start < files.length; start += GROUP_FILES) {
    const group = files.slice(start, start + GROUP_FILES)
    const place = received.push([]) - 1
    const work = takeIn(actor, group, options).then((taken) => {
      received[place] = taken.batches
      read.push(...taken.read)
      options.onProgress?.(group.length)
    })
    running.push(work)
    if (running.length >= GROUPS_AT_ONCE) await running.shift()
  }
  await Promise.all(running)
  if (!options.isPreview) await commitInOrder(actor, read)
  return received.flat()
}

async function takeIn(
  actor: Actor,
  files: readonly FileToImport[],
  { isPreview = false, isRetry = false }: ImportOptions,
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
  const batches = await receiveBatches(actor, { files: stored, isRetry })
  const bySha = new Map(batches.map((batch) => [batch.sha256, batch]))
  const fresh = new Map(stored.flatMap((file) => (bySha.get(file.sha256)?.isNew ? [[file.sha256, file] as const] : [])))
  const toRead = [...fresh.values()].map(async (file) => {
    const batch = bySha.get(file.sha256)
    return batch ? [{ id: batch.id, path: file.path, storedAt: await localCopy(file.storageKey), bytes: file.bytes }] : []
  })
  const read = await readWithParts(actor, (await Promise.all(toRead)).flat(), isPreview)
  return { batches: stored.flatMap((file) => bySha.get(file.sha256) ?? []), read }
}
