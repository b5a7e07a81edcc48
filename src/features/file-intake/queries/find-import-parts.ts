import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import type { BatchState } from '../rules/batch'
import { batchesOf } from './batches-of'

/** A batch beside another one: a mail that it came in, or a file that was unpacked from it. */
export type RelatedImport = {
  id: string
  number: number
  fileName: string
  kind: string
  state: BatchState
  rejected: number
  reason: string | null
}
export type ImportParts = { parts: RelatedImport[]; cameIn: RelatedImport[] }

const PARTS_SHOWN = 200

/** What was unpacked from a batch, in the order of the mail, and the mails and archives that it came in. */
export async function findImportParts(actor: Actor, id: string): Promise<ImportParts> {
  const columns = sql`b.id::text, b.number, b.file_name AS "fileName", b.kind, b.state, b.rejected, b.reason`
  const [parts, cameIn] = await Promise.all([
    select<RelatedImport>(sql`
      SELECT ${columns} FROM import_part p JOIN import_batch b ON b.id = p.batch_id
      WHERE p.parent_id = ${id}::uuid AND ${batchesOf(actor)} ORDER BY p.part_no LIMIT ${PARTS_SHOWN}`),
    select<RelatedImport>(sql`
      SELECT DISTINCT ON (b.number) ${columns} FROM import_part p JOIN import_batch b ON b.id = p.parent_id
      WHERE p.batch_id = ${id}::uuid AND ${batchesOf(actor)} ORDER BY b.number LIMIT ${PARTS_SHOWN}`),
  ])
  return { parts, cameIn }
}

/** The ids of everything unpacked from some batches, however deep, those beneath a batch after it. */
export async function findPartIds(actor: Actor, batchIds: readonly string[]): Promise<string[]> {
  const rows = await select<{ id: string }>(sql`
    WITH RECURSIVE inside AS (
      SELECT p.batch_id, array_position(${[...batchIds]}::uuid[], p.parent_id) AS place, p.part_no, 1 AS level
      FROM import_part p WHERE p.parent_id = ANY(${[...batchIds]}::uuid[])
      UNION ALL
      SELECT p.batch_id, i.place, p.part_no, i.level + 1 FROM inside i JOIN import_part p ON p.parent_id = i.batch_id WHERE i.level < 8
    )
    SELECT b.id::text FROM inside i JOIN import_batch b ON b.id = i.batch_id
    WHERE ${batchesOf(actor)} AND b.id <> ALL(${[...batchIds]}::uuid[])
    GROUP BY b.id ORDER BY min(i.place), min(i.level), min(i.part_no)`)
  return rows.map(({ id }) => id)
}
