import type { Actor, Role } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import type { Rhythm, ViewPage } from '../rules/saved-view'

/** A view of a list, as the reader may see it. */
export type ViewRow = {
  id: string
  page: ViewPage
  name: string
  query: string
  version: number
  ownerId: string
  ownerName: string
  isShared: boolean
  /** Roles that see it first. */
  roles: Role[]
  /** How often the reader gets it by mail. */
  rhythm: Rhythm | null
}

/** Own views and those of colleagues that are open to all, of one list or of all of them. */
export async function findViews(actor: Actor, page?: ViewPage): Promise<ViewRow[]> {
  if (actor.kind !== 'user') return []
  return select<ViewRow>(sql`
    SELECT v.id::text, v.page, v.name, v.query, v.version, v.owner_id::text AS "ownerId", u.name AS "ownerName", v.is_shared AS "isShared",
      coalesce((SELECT array_agg(r.role ORDER BY r.role) FROM role_view r WHERE r.view_id = v.id), '{}') AS roles,
      (SELECT s.rhythm FROM view_subscription s WHERE s.view_id = v.id AND s.user_id = ${actor.userId}::uuid) AS rhythm
    FROM saved_view v JOIN app_user u ON u.id = v.owner_id
    WHERE (v.is_shared OR v.owner_id = ${actor.userId}::uuid) AND (${page ?? null}::text IS NULL OR v.page = ${page ?? null}::text)
    ORDER BY v.owner_id <> ${actor.userId}::uuid, v.name, v.id LIMIT 200`)
}
