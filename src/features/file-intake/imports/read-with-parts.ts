import type { Actor } from '@/core/actor'
import { type ReadBatch, readBatches } from './read-batches'
import type { BatchToRead, Reading } from './reading'

const GROUP_FILES = 40

/** Reads files and everything that is unpacked from them, level by level; see `readBatches`. */
export async function readWithParts(actor: Actor, batches: readonly BatchToRead[], reading: Reading): Promise<ReadBatch[]> {
  const read: ReadBatch[] = []
  const queue = [...batches]
  while (queue.length > 0) {
    const group = await readBatches(actor, queue.splice(0, GROUP_FILES), reading)
    read.push(...group)
    queue.push(...group.flatMap((batch) => batch.inside))
  }
  return read
}
