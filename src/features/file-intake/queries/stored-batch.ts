import { sql } from '@/server/db/client'

/** A batch with what reading its file again needs; `around`: the formats of what it came in, the outermost last; the mapping that a person chose. */
export type StoredBatch = {
  id: string
  path: string
  storageKey: string
  bytes: bigint
  around: string[]
  mappingVersionId?: string | null
}

/** What a batch `b` came in, the outermost last; a file that came in several ways is judged by the first. */
export const AROUND = sql`ARRAY(
  WITH RECURSIVE way AS (
    SELECT p.parent_id, p.container, 1 AS level FROM import_part p WHERE p.batch_id = b.id
    UNION
    SELECT p.parent_id, p.container, w.level + 1 FROM way w JOIN import_part p ON p.batch_id = w.parent_id WHERE w.level < 8
  ) SELECT DISTINCT ON (level) container FROM way ORDER BY level)`
