import { asId, type CustomerId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canMap } from '../policy'
import { RetireMappingInput } from '../schemas'

type Before = { id: string; customerId: CustomerId | null; isRetired: boolean }

/** Ends a mapping: no file is read by it any more; its versions and what was read by them stay. Refuses 'file-intake/mapping-retired'. */
export const retireMapping = defineCommand({
  event: 'mapping.retired',
  input: RetireMappingInput,
  find: findMappingForChange,
  allow: canMap,
  async change({ tx }, mapping) {
    if (mapping.isRetired) throw new Refusal('file-intake/mapping-retired')
    await tx.$executeRaw(sql`UPDATE column_mapping SET retired_at = now() WHERE id = ${mapping.id}::uuid`)
    return { id: mapping.id }
  },
})

async function findMappingForChange({ tx, actor }: Scope, { mappingId }: { mappingId: string }): Promise<Before | null> {
  const [mapping] = await selectIn<{ id: string; customerId: string | null; isRetired: boolean }>(
    tx,
    sql`SELECT m.id::text, m.customer_id::text AS "customerId", m.retired_at IS NOT NULL AS "isRetired" FROM column_mapping m
      WHERE m.id = ${mappingId}::uuid AND ${scopeOf(actor, sql`m.customer_id`)} FOR UPDATE`,
  )
  return mapping ? { ...mapping, customerId: mapping.customerId === null ? null : asId(mapping.customerId) } : null
}
