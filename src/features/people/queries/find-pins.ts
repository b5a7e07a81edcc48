import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'

export type PinnedPlace = { path: string; label: string }

/** The records that the reader keeps at hand, the latest first. */
export async function findPins(actor: Actor): Promise<PinnedPlace[]> {
  if (actor.kind !== 'user') return []
  return select<PinnedPlace>(
    sql`SELECT path, label FROM pinned_place WHERE user_id = ${actor.userId}::uuid ORDER BY created_at DESC, id DESC`,
  )
}
