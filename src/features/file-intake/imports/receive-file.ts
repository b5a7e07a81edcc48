import type { Actor } from '@/core/actor'
import type { ReceivedBatch } from '../commands/receive-batches'
import type { BatchWay } from '../rules/batch'
import { type ImportOptions, importFiles } from './import-files'

/** Takes one file in; see `importFiles`. */
export async function receiveFile(
  actor: Actor,
  { path, bytes, way }: { path: string; bytes: Uint8Array; way: BatchWay },
  options: ImportOptions = {},
): Promise<ReceivedBatch> {
  const [batch] = await importFiles(actor, [{ path, way, content: async () => bytes }], options)
  if (!batch) throw new Error('a received file has no batch')
  return batch
}
