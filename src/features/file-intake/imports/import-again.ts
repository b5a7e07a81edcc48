import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { select, sql } from '@/server/db/client'
import type { ReceivedBatch } from '../commands/receive-batches'
import { canImport } from '../policy'
import { batchesOf } from '../queries/batches-of'
import type { BatchWay } from '../rules/batch'
import { importFiles } from './import-files'
import type { MappingToUse } from './reading'

type Kept = { path: string; way: BatchWay; sha256: string; storageKey: string; bytes: bigint }

/** Takes the kept file of an undone import in anew, as an import of its own, by a mapping when a person made one. Refuses 'not-found' when it was not undone. */
export async function importAgain(actor: Actor, id: string, mapping?: MappingToUse): Promise<ReceivedBatch> {
  if (!canImport(actor)) throw new Refusal('not-allowed')
  const [kept] = await select<Kept>(sql`
    SELECT coalesce(b.path, b.file_name) AS path, b.way, b.sha256, f.storage_key AS "storageKey", b.bytes
    FROM import_batch b JOIN stored_file f ON f.id = b.file_id
    WHERE b.id = ${id}::uuid AND b.state = 'undone' AND ${batchesOf(actor)}`)
  if (!kept) throw new Refusal('not-found')
  const stored = { sha256: kept.sha256, storageKey: kept.storageKey, bytes: Number(kept.bytes) }
  const [batch] = await importFiles(actor, [{ path: kept.path, way: kept.way, stored }], { isAgain: true, mapping })
  if (!batch) throw new Error('a file taken in again has no batch')
  return batch
}
