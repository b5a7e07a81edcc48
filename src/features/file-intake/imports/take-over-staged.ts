import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { confirmBatches } from '../commands/confirm-batches'
import { canImport } from '../policy'
import { findPartIds } from '../queries/find-import-parts'
import { commitInOrder } from './commit-in-order'
import { holdImports } from './hold-imports'
import { findStagedBatches } from './read-batches'

/**
 * Takes over files that were read and shown before, in the order in which their facts depend on each other, whatever the
 * order asked for. With a mail or an archive go the files that were unpacked from it. Files that are not visible or wait no
 * more are left alone. Returns the ids that were worked on.
 */
export async function takeOverStaged(actor: Actor, ids: readonly string[]): Promise<string[]> {
  if (!canImport(actor)) throw new Refusal('not-allowed')
  return holdImports(async (heldBy) => {
    const confirmed = await confirmBatches(actor, { batchIds: [...ids, ...(await findPartIds(actor, ids))], heldBy })
    await commitInOrder(actor, await findStagedBatches(confirmed))
    return confirmed
  })
}
