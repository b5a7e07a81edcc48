import { type Actor, hasRole, type Role } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { select, sql } from '@/server/db/client'

export type UserRow = {
  id: string
  email: string
  name: string
  locale: string
  is_disabled: boolean
  version: number
  roles: Role[]
  customers: { id: string; code: string; name: string }[]
  last_seen_at: Date | null
}

/** Every user with roles and assigned customers, for the admin page. */
export async function findUsers(actor: Actor): Promise<UserRow[]> {
  if (!hasRole(actor, 'admin')) throw new Refusal('not-allowed')
  return select<UserRow>(sql`
    SELECT u.id, u.email, u.name, u.locale, u.is_disabled, u.version,
      coalesce((SELECT array_agg(r.role ORDER BY r.role) FROM user_role r WHERE r.user_id = u.id), '{}') AS roles,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name) ORDER BY c.name)
        FROM customer_assignment a JOIN customer c ON c.id = a.customer_id WHERE a.user_id = u.id), '[]') AS customers,
      (SELECT max(s.created_at) FROM user_session s WHERE s.user_id = u.id) AS last_seen_at
    FROM app_user u ORDER BY u.is_disabled, u.name, u.id`)
}
