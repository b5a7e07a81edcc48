import type { Actor } from '@/core/actor'
import { reopenWaiting } from '../commands/reopen-waiting'
import { findOpenDateBatches, type OpenDateBatch } from '../queries/find-date-orders'
import { commitInOrder } from './commit-in-order'
import { readWithParts } from './read-with-parts'
import { settleDates } from './settle-dates'
import { toReadAgain } from './take-over-abandoned'

/**
 * Reads the files again that waited because their dates fit both orders and whose order is known by now: by files of the same
 * sender, its currency, or a person's answer. So it makes no difference in which order files come in. Answers their ids.
 */
export async function readSettledDates(actor: Actor, heldBy: string): Promise<string[]> {
  const settled: OpenDateBatch[] = []
  for (const batch of await findOpenDateBatches(actor))
    if (batch.openDates && (await settleDates(actor, batch.path, batch.openDates)) !== null) settled.push(batch)
  if (settled.length === 0) return []
  const reopened = new Set(await reopenWaiting(actor, { batchIds: settled.map(({ id }) => id), heldBy }))
  for (const isPreview of [false, true]) {
    const toRead = settled.filter((batch) => batch.isPreview === isPreview && reopened.has(batch.id)).map(toReadAgain)
    const read = await readWithParts(actor, await Promise.all(toRead), { isPreview, heldBy })
    if (!isPreview) await commitInOrder(actor, read)
  }
  return [...reopened]
}
