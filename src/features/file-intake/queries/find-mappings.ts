import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { MappingDefinition } from '../rules/mapping'
import type { MappingFilter, MappingTab } from '../schemas'

export type MappingRow = {
  id: string
  kind: string
  version: number
  customer_code: string | null
  customer_name: string | null
  file_name: string
  columns: number
  mapped: number
  saved_by: string | null
  saved_at: Date
  retired_at: Date | null
  /** Files read by any of its versions, and the last one. */
  files: number
  last_read_at: Date | null
}

export type MappingPage = { rows: MappingRow[]; counts: Readonly<Record<MappingTab, number>> }

const ROWS_MAX = 500

/** The saved mappings an actor may see, the last saved first. */
export async function findMappings(actor: Actor, filter: MappingFilter): Promise<MappingPage> {
  const customer = filter.customer === '' ? sql`TRUE` : sql`c.code = ${filter.customer}`
  const visible = sql`${scopeOf(actor, sql`m.customer_id`)} AND ${customer}`
  const isShown = filter.tab === 'retired' ? sql`m.retired_at IS NOT NULL` : sql`m.retired_at IS NULL`
  const [rows, [counts]] = await Promise.all([
    select<MappingRow>(sql`
      SELECT m.id::text, m.kind, m.version, c.code AS customer_code, c.name AS customer_name, v.file_name,
        jsonb_array_length(v.definition -> 'columns') AS columns,
        (SELECT count(*)::int FROM jsonb_array_elements(v.definition -> 'columns') AS part(value) WHERE part.value ->> 'field' IS NOT NULL) AS mapped,
        u.name AS saved_by, v.saved_at, m.retired_at, coalesce(b.files, 0)::int AS files, b.last_read_at
      FROM column_mapping m JOIN column_mapping_version v ON v.mapping_id = m.id AND v.version = m.version
      LEFT JOIN customer c ON c.id = m.customer_id LEFT JOIN app_user u ON u.id = v.saved_by
      LEFT JOIN LATERAL (
        SELECT count(*) AS files, max(i.created_at) AS last_read_at FROM import_batch i
        JOIN column_mapping_version every ON every.id = i.mapping_version_id WHERE every.mapping_id = m.id) b ON TRUE
      WHERE ${visible} AND ${isShown} ORDER BY v.saved_at DESC LIMIT ${ROWS_MAX}`),
    select<Record<MappingTab, number>>(sql`
      SELECT count(*) FILTER (WHERE m.retired_at IS NULL)::int AS active, count(*) FILTER (WHERE m.retired_at IS NOT NULL)::int AS retired
      FROM column_mapping m LEFT JOIN customer c ON c.id = m.customer_id WHERE ${visible}`),
  ])
  return { rows, counts: counts ?? { active: 0, retired: 0 } }
}

export type MappingVersion = {
  id: string
  version: number
  definition: MappingDefinition
  file_name: string
  saved_by: string | null
  saved_at: Date
  files: number
}

export type MappingDetail = {
  id: string
  kind: string
  version: number
  customer_id: string | null
  customer_name: string | null
  retired_at: Date | null
  /** The last one first. */
  versions: MappingVersion[]
  /** The last files that were read by it. */
  batches: { id: string; number: number; file_name: string; version: number; created_at: Date }[]
}

const VERSIONS_MAX = 200
const BATCHES_SHOWN = 50

/** One mapping with its history; null when the actor does not see it. */
export async function findMapping(actor: Actor, id: string): Promise<MappingDetail | null> {
  const [head] = await select<Omit<MappingDetail, 'versions' | 'batches'>>(sql`
    SELECT m.id::text, m.kind, m.version, m.customer_id::text, c.name AS customer_name, m.retired_at
    FROM column_mapping m LEFT JOIN customer c ON c.id = m.customer_id WHERE m.id = ${id}::uuid AND ${scopeOf(actor, sql`m.customer_id`)}`)
  if (!head) return null
  const [versions, batches] = await Promise.all([
    select<MappingVersion>(sql`
      SELECT v.id::text, v.version, v.definition, v.file_name, u.name AS saved_by, v.saved_at,
        (SELECT count(*)::int FROM import_batch b WHERE b.mapping_version_id = v.id) AS files
      FROM column_mapping_version v LEFT JOIN app_user u ON u.id = v.saved_by
      WHERE v.mapping_id = ${id}::uuid ORDER BY v.version DESC LIMIT ${VERSIONS_MAX}`),
    select<MappingDetail['batches'][number]>(sql`
      SELECT b.id::text, b.number, b.file_name, v.version, b.created_at FROM import_batch b
      JOIN column_mapping_version v ON v.id = b.mapping_version_id WHERE v.mapping_id = ${id}::uuid
      ORDER BY b.number DESC LIMIT ${BATCHES_SHOWN}`),
  ])
  return { ...head, versions, batches }
}
