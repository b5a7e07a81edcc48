import type { Actor } from '@/core/actor'
import { localCopy, storeTemporary } from '@/server/file-store'
import { receiveParts } from '../commands/receive-parts'
import { fileNameOf, mediaTypeOfName } from './media-type-of-name'
import type { BatchToRead, Reading, ReadSummary } from './reading'

const PARTS_AT_ONCE = 500
const PATH_MAX = 2000

/**
 * Keeps what was unpacked from a batch and opens a batch for each file, before the parcel itself counts as read: whatever
 * happens then, no part is lost. Answers the files that are new and still to be read.
 */
export async function takeParts(
  actor: Actor,
  batch: BatchToRead,
  { format, parts }: ReadSummary,
  reading: Reading,
): Promise<BatchToRead[]> {
  const toRead: BatchToRead[] = []
  for (let start = 0; start < parts.length; start += PARTS_AT_ONCE) {
    const group = []
    for (const [index, part] of parts.slice(start, start + PARTS_AT_ONCE).entries()) {
      const stored = await storeTemporary(part.writtenAt, part.sha256, part.bytes)
      const path = `${batch.path}/${part.name}`.slice(-PATH_MAX)
      group.push({ ...stored, partNo: start + index + 1, fileName: fileNameOf(part.name), path, mediaType: mediaTypeOfName(part.name) })
    }
    const received = await receiveParts(actor, { parentId: batch.id, container: format, parts: group, ...reading })
    const fresh = new Map(received.flatMap(({ id, sha256, isNew }) => (isNew ? [[sha256, id] as const] : [])))
    for (const part of group) {
      const id = fresh.get(part.sha256)
      // The same file twice in one mail is read once.
      fresh.delete(part.sha256)
      if (id === undefined) continue
      const around = [format, ...(batch.around ?? [])]
      toRead.push({ id, path: part.path, storedAt: await localCopy(part.storageKey), bytes: part.bytes, around })
    }
  }
  return toRead
}
