import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { MAPPABLE_REASONS, type MappingDefinition } from '../rules/mapping'
import { batchesOf } from './batches-of'

/** A file whose columns somebody may map. `inspection` is what reading it found: a `FileSurvey`, or null. */
export type MappableImport = {
  id: string
  number: number
  fileName: string
  path: string
  state: string
  format: string
  reason: string | null
  storageKey: string
  bytes: number
  inspection: unknown
}

/** The file, when the actor sees it. */
export async function findMappableImport(actor: Actor, id: string): Promise<MappableImport | null> {
  const [found] = await select<Omit<MappableImport, 'bytes'> & { bytes: bigint }>(sql`
    SELECT b.id::text, b.number, b.file_name AS "fileName", coalesce(b.path, b.file_name) AS path, b.state, b.format, b.reason, f.storage_key AS "storageKey",
      b.bytes, b.inspection
    FROM import_batch b JOIN stored_file f ON f.id = b.file_id WHERE b.id = ${id}::uuid AND ${batchesOf(actor)}`)
  return found ? { ...found, bytes: Number(found.bytes) } : null
}

export type WaitingAlike = { id: string; number: number; fileName: string; path: string }

const ALIKE_MAX = 100

/** Other files that wait for a mapping and have the same header. */
export async function findWaitingAlike(actor: Actor, id: string, fingerprint: string): Promise<WaitingAlike[]> {
  return select<WaitingAlike>(sql`
    SELECT b.id::text, b.number, b.file_name AS "fileName", coalesce(b.path, b.file_name) AS path FROM import_batch b
    WHERE b.state = 'waiting' AND b.reason = ANY(${[...MAPPABLE_REASONS]}) AND b.id <> ${id}::uuid AND ${batchesOf(actor)}
      AND b.inspection -> 'tables' @> ${JSON.stringify([{ fingerprint }])}::jsonb
    ORDER BY b.number LIMIT ${ALIKE_MAX}`)
}

/** A mapping in use, as a start for a header that is like the one it was made for. */
export type EarlierMapping = {
  mappingId: string
  version: number
  customerId: string | null
  customerName: string | null
  fingerprint: string
  definition: MappingDefinition
}

/** The last versions of the mappings in use that the actor may see. */
export async function findEarlierMappings(actor: Actor): Promise<EarlierMapping[]> {
  return select<EarlierMapping>(sql`
    SELECT m.id::text AS "mappingId", m.version, m.customer_id::text AS "customerId", c.name AS "customerName", v.fingerprint, v.definition
    FROM column_mapping m JOIN column_mapping_version v ON v.mapping_id = m.id AND v.version = m.version
    LEFT JOIN customer c ON c.id = m.customer_id
    WHERE m.retired_at IS NULL AND ${scopeOf(actor, sql`m.customer_id`)} ORDER BY v.saved_at DESC LIMIT 500`)
}
