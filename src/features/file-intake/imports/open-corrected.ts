import type { Actor } from '@/core/actor'
import type { DateOrder } from '@/core/date-order'
import { select, sql } from '@/server/db/client'
import { localCopy } from '@/server/file-store'
import { batchesOf } from '../queries/batches-of'
import { type CorrectedTable, type Correction, onlyPositions } from '../rules/correction'
import { storedMappings } from './choose-saved-mapping'
import { lookIntoStored } from './reader-pool'
import type { MappingToUse } from './reading'

/** The file that a correction belongs to, and what of the correction still waits there. */
export type CorrectedFile = {
  path: string
  storedAt: string
  bytes: number
  mapping: MappingToUse | undefined
  dateOrder: DateOrder | null
  correction: Correction
}

/** Finds the import that had rejected the rows of a correction; null when the actor does not see it. */
export async function openCorrected(actor: Actor, correction: Correction): Promise<CorrectedFile | null> {
  const [file] = await select<{
    path: string
    storageKey: string
    bytes: bigint
    versionId: string | null
    dateOrder: DateOrder | null
  }>(sql`
    SELECT coalesce(b.path, b.file_name) AS path, f.storage_key AS "storageKey", b.bytes, b.mapping_version_id::text AS "versionId",
      b.date_order AS "dateOrder"
    FROM import_batch b JOIN stored_file f ON f.id = b.file_id WHERE b.id = ${correction.batchId}::uuid AND ${batchesOf(actor)}`)
  if (!file) return null
  const waiting = await select<{ position: string }>(sql`
    SELECT r.position FROM import_row r
    WHERE r.batch_id = ${correction.batchId}::uuid AND r.status = 'rejected' AND r.corrected_by IS NULL
    UNION SELECT p #>> '{}' FROM import_row r CROSS JOIN LATERAL jsonb_path_query(r.values, 'lax $.**.position') AS p
    WHERE r.batch_id = ${correction.batchId}::uuid AND r.status = 'rejected' AND r.corrected_by IS NULL`)
  return {
    path: file.path,
    storedAt: await localCopy(file.storageKey),
    bytes: Number(file.bytes),
    mapping: file.versionId === null ? undefined : (await storedMappings([file.versionId])).get(file.versionId),
    dateOrder: file.dateOrder,
    correction: {
      ...onlyPositions(correction, new Set(waiting.map(({ position }) => position))),
      earlier: await earlierCorrections(correction.batchId),
    },
  }
}

/** What came in corrected before: the file is read with all its corrections, so that its sums are those of the whole. */
async function earlierCorrections(batchId: string): Promise<CorrectedTable[]> {
  const imports = await select<{ storageKey: string; bytes: bigint; positions: string[] }>(sql`
    SELECT f.storage_key AS "storageKey", b.bytes,
      ARRAY(SELECT r.position FROM import_row r WHERE r.batch_id = b.parent_id AND r.corrected_by = b.id) AS positions
    FROM import_batch b JOIN stored_file f ON f.id = b.file_id
    WHERE b.parent_id = ${batchId}::uuid AND b.parent_reason = 'correction' AND b.state = 'done' ORDER BY b.number`)
  const found: CorrectedTable[] = []
  for (const { storageKey, bytes, positions } of imports) {
    const look = await lookIntoStored(await localCopy(storageKey), Number(bytes), { format: 'correction', encoding: null, positions })
    found.push(...(look?.tables ?? []))
  }
  return found
}
