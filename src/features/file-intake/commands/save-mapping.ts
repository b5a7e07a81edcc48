import { asId, type CustomerId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { toJson } from '@/server/operation'
import { canMap } from '../policy'
import { batchesOf } from '../queries/batches-of'
import { SaveMappingInput } from '../schemas'

export type KeptMapping = { mappingId: string; versionId: string; version: number }

type Before = { fileName: string; customerId: CustomerId | null; mapping: Mapping | null }
type Mapping = { id: string; version: number; customerId: string | null }

/**
 * Keeps how the files of a sender with one header are read: a new mapping, or the next version of the one there is. What was
 * saved before stays as it is. Saying the same again saves nothing. Refuses 'stale' when somebody saved a version meanwhile.
 */
export const saveMapping = defineCommand({
  event: 'mapping.saved',
  input: SaveMappingInput,
  async find(scope, input): Promise<Before | null> {
    const [batch] = await selectIn<{ fileName: string }>(
      scope.tx,
      sql`SELECT b.file_name AS "fileName" FROM import_batch b WHERE b.id = ${input.batchId}::uuid AND ${batchesOf(scope.actor)}`,
    )
    if (!batch || !(await isCustomer(scope, input.customerId))) return null
    const mapping = await findMapping(scope, input)
    if (input.mappingId !== null && mapping === null) return null
    return { fileName: batch.fileName, customerId: input.customerId === null ? null : asId(input.customerId), mapping }
  },
  allow: (actor, before) =>
    canMap(actor, before) &&
    (before.mapping === null || canMap(actor, { customerId: before.mapping.customerId === null ? null : asId(before.mapping.customerId) })),
  async change(scope, { mapping, fileName }, input): Promise<KeptMapping> {
    if (mapping === null)
      return insertVersion(scope, await insertMapping(scope, input.customerId, input.definition.kind), 1, fileName, input)
    const same = await sameVersion(scope, mapping.id, input.fingerprint, toJson(input.definition))
    if (same) return same
    if (mapping.version !== input.version) throw new Refusal('stale')
    const version = mapping.version + 1
    await scope.tx.columnMapping.update({ where: { id: mapping.id }, data: { version, kind: input.definition.kind } })
    return insertVersion(scope, mapping.id, version, fileName, input)
  },
})

async function isCustomer({ tx }: Scope, customerId: string | null): Promise<boolean> {
  if (customerId === null) return true
  return (await selectIn(tx, sql`SELECT 1 FROM customer c WHERE c.id = ${customerId}::uuid`)).length > 0
}

type Input = { mappingId: string | null; customerId: string | null; fingerprint: string; definition: unknown }

/** The mapping named, of the same customer; or the one that already reads this sender's files with this header. */
async function findMapping({ tx }: Scope, { mappingId, customerId, fingerprint }: Input): Promise<Mapping | null> {
  // One at a time: two people who map the same header make two versions, not two mappings.
  await selectIn(tx, sql`SELECT pg_advisory_xact_lock(hashtext('column_mapping'), hashtext(${`${customerId ?? ''} ${fingerprint}`}))::text`)
  const [found] = await selectIn<Mapping>(
    tx,
    sql`SELECT m.id::text, m.version, m.customer_id::text AS "customerId" FROM column_mapping m
      WHERE m.retired_at IS NULL AND m.customer_id IS NOT DISTINCT FROM ${customerId}::uuid
        AND (m.id = ${mappingId}::uuid
          OR (${mappingId}::uuid IS NULL AND EXISTS (SELECT 1 FROM column_mapping_version v WHERE v.mapping_id = m.id AND v.fingerprint = ${fingerprint})))
      ORDER BY m.created_at LIMIT 1 FOR UPDATE`,
  )
  return found ?? null
}

async function insertMapping({ tx }: Scope, customerId: string | null, kind: string): Promise<string> {
  const made = await tx.columnMapping.create({ data: { customerId, kind }, select: { id: true } })
  return made.id
}

async function insertVersion(
  { tx, actor }: Scope,
  mappingId: string,
  version: number,
  fileName: string,
  { fingerprint, definition }: Input,
): Promise<KeptMapping> {
  const [made] = await selectIn<{ id: string }>(
    tx,
    sql`INSERT INTO column_mapping_version (mapping_id, version, fingerprint, definition, file_name, saved_by)
      VALUES (${mappingId}::uuid, ${version}, ${fingerprint}, ${toJson(definition)}::jsonb, ${fileName}, ${actor.kind === 'job' ? null : actor.userId}::uuid)
      RETURNING id::text`,
  )
  if (!made) throw new Error('a saved mapping has no version')
  return { mappingId, versionId: made.id, version }
}

/** The last version for this header, when it says the very same. */
async function sameVersion({ tx }: Scope, mappingId: string, fingerprint: string, definition: string): Promise<KeptMapping | null> {
  const [last] = await selectIn<{ id: string; version: number; same: boolean }>(
    tx,
    sql`SELECT v.id::text, v.version, v.definition = ${definition}::jsonb AS same FROM column_mapping_version v
      WHERE v.mapping_id = ${mappingId}::uuid AND v.fingerprint = ${fingerprint} ORDER BY v.version DESC LIMIT 1`,
  )
  return last?.same ? { mappingId, versionId: last.id, version: last.version } : null
}
