import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import type { ViewPage } from '../rules/saved-view'

/** What the actor's role sees first on a list; of several roles the first by name, null when the list comes as it is. */
export async function findRoleView(actor: Actor, page: ViewPage): Promise<{ id: string; query: string } | null> {
  const [view] = await select<{ id: string; query: string }>(sql`
    SELECT v.id::text, v.query FROM role_view r JOIN saved_view v ON v.id = r.view_id
    WHERE r.page = ${page} AND r.role = ANY(${[...actor.roles]}::text[]) AND v.is_shared ORDER BY r.role LIMIT 1`)
  return view ?? null
}
