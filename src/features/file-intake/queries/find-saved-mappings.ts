import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { SavedMapping } from '../rules/choose-mapping'
import type { MappingDefinition } from '../rules/mapping'

/** A saved version with all that reading by it needs. */
export type StoredMapping = SavedMapping & { version: number; definition: MappingDefinition; customerAccount: string | null }

const MAIN_ACCOUNT = sql`(SELECT a.account FROM customer_account a WHERE a.customer_id = c.id ORDER BY (a.name = c.name) DESC, a.account LIMIT 1)`

// Of the versions of a mapping with one header the last one; mappings of no single customer are everybody's.
const COLUMNS = sql`v.id::text AS "versionId", v.mapping_id::text AS "mappingId", v.fingerprint, v.version, v.definition,
  v.definition ->> 'encoding' AS encoding, c.code AS "customerCode",
  ${MAIN_ACCOUNT} AS "customerAccount"`
const FROM = sql`column_mapping_version v JOIN column_mapping m ON m.id = v.mapping_id LEFT JOIN customer c ON c.id = m.customer_id`

/** The mappings in use whose header has one of these fingerprints. */
export async function findSavedMappings(actor: Actor, fingerprints: readonly string[]): Promise<StoredMapping[]> {
  if (fingerprints.length === 0) return []
  return select<StoredMapping>(sql`
    SELECT DISTINCT ON (v.mapping_id, v.fingerprint) ${COLUMNS} FROM ${FROM}
    WHERE v.fingerprint = ANY(${[...fingerprints]}) AND m.retired_at IS NULL
      AND (m.customer_id IS NULL OR ${scopeOf(actor, sql`m.customer_id`)})
    ORDER BY v.mapping_id, v.fingerprint, v.version DESC`)
}

/** These versions, retired or not: what a batch was read with is read with again. */
export async function findStoredMappings(versionIds: readonly string[]): Promise<StoredMapping[]> {
  if (versionIds.length === 0) return []
  return select<StoredMapping>(sql`SELECT ${COLUMNS} FROM ${FROM} WHERE v.id = ANY(${[...versionIds]}::uuid[])`)
}

/** A customer's code and main account, for rows that must name it. */
export type Sender = { customerCode: string | null; customerAccount: string | null }

/** The sender that a mapping is being made for; null when the actor does not see the customer. No customer is nobody's sender. */
export async function findStoredSender(actor: Actor, customerId: string | null): Promise<Sender | null> {
  if (customerId === null) return { customerCode: null, customerAccount: null }
  const [found] = await select<Sender>(sql`
    SELECT c.code AS "customerCode", ${MAIN_ACCOUNT} AS "customerAccount" FROM customer c
    WHERE c.id = ${customerId}::uuid AND ${scopeOf(actor, sql`c.id`)}`)
  return found ?? null
}

/** The code of the customer that a file's place names; null when no customer has it. */
export async function findSender(code: string | null): Promise<string | null> {
  if (code === null) return null
  const [found] = await select<{ code: string }>(sql`SELECT code FROM customer WHERE code = ${code}`)
  return found?.code ?? null
}
