import { type Actor, hasRole } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { select, sql } from '@/server/db/client'

export type TokenRow = { id: string; name: string; user_name: string; created_at: Date; revoked_at: Date | null }

/** Every integration token with its owner, newest first. */
export async function findTokens(actor: Actor): Promise<TokenRow[]> {
  if (!hasRole(actor, 'admin')) throw new Refusal('not-allowed')
  return select<TokenRow>(sql`
    SELECT t.id, t.name, u.name AS user_name, t.created_at, t.revoked_at
    FROM api_token t JOIN app_user u ON u.id = t.user_id ORDER BY t.created_at DESC, t.id`)
}
