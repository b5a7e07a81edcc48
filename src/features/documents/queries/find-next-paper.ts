import type { Actor } from '@/core/actor'
import { type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** Papers (alias `d`) that a person still has to read. Photos and proofs of filing speak for themselves. */
export const TO_READ: Sql = sql`(d.state = 'needs-reading' AND d.kind NOT IN ('photo', 'submission-proof') AND d.tombstoned_at IS NULL)`

export type PaperQueue = { left: number; nextId: string | null }

/** How many papers still want reading, and the one to take after this one: the next that came in, else the first. */
export async function findNextPaper(actor: Actor, documentId: string): Promise<PaperQueue> {
  const mine = sql`${TO_READ} AND ${scopeOf(actor, sql`d.customer_id`)}`
  const [[count], [next]] = await Promise.all([
    select<{ left: number }>(sql`SELECT count(*)::int AS left FROM document d WHERE ${mine}`),
    select<{ id: string }>(sql`
      SELECT d.id::text FROM document d LEFT JOIN document o ON o.id = ${documentId}::uuid WHERE ${mine} AND d.id <> ${documentId}::uuid
      ORDER BY (d.created_at, d.id) < (o.created_at, o.id), d.created_at, d.id LIMIT 1`),
  ])
  return { left: count?.left ?? 0, nextId: next?.id ?? null }
}
