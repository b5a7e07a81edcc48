import { createHash } from 'node:crypto'
import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { select, sql } from '@/server/db/client'
import { receiveUpload, type Upload } from '@/server/http/receive-upload'
import { claimUpload } from '../commands/claim-upload'
import type { ReceivedBatch } from '../commands/receive-batches'
import { canImport } from '../policy'
import type { BatchWay } from '../rules/batch'
import { importFiles } from './import-files'

/**
 * Takes in what a request carries: `?path=portal/C03/claims.csv` names where a raw body came from, `?preview=1` stops before
 * anything is taken over, the header Idempotency-Key makes a retry harmless. Refuses as `receiveUpload` does, and
 * 'operation-reused' when the key came with other bytes before.
 */
export async function receiveRequest(actor: Actor, request: Request, way: BatchWay): Promise<ReceivedBatch[]> {
  if (!canImport(actor)) throw new Refusal('not-allowed')
  const parameters = new URL(request.url).searchParams
  const uploads = await receiveUpload(request, parameters.get('path') ?? fileNameOf(request) ?? 'upload')
  const isRetry = await claimKey(actor, request.headers.get('idempotency-key'), uploads)
  const files = uploads.map(({ name, stored }) => ({ path: name.slice(0, 2000), way, stored }))
  return importFiles(actor, files, { isPreview: parameters.get('preview') === '1', isRetry })
}

/** True when this key was used before, with these very bytes. */
async function claimKey(actor: Actor, key: string | null, uploads: readonly Upload[]): Promise<boolean> {
  if (key === null || key === '') return false
  const operationId = uuidOf(key)
  const actorKey = actor.kind === 'job' ? `job:${actor.name}` : actor.userId
  const [earlier] = await select(sql`SELECT 1 FROM operation WHERE actor_key = ${actorKey} AND id = ${operationId}::uuid`)
  await claimUpload(actor, { sha256: uploads.map(({ stored }) => stored.sha256) }, { operationId })
  return earlier !== undefined
}

/** Clients choose keys of any form; operations are known by UUIDs. */
function uuidOf(key: string): string {
  const hex = createHash('sha256').update(`idempotency-key\n${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function fileNameOf(request: Request): string | null {
  return /filename="?([^";]+)"?/i.exec(request.headers.get('content-disposition') ?? '')?.[1] ?? null
}
