import { type Actor, hasRole } from '@/core/actor'
import { select, sql } from '@/server/db/client'

/** People whose desk deductions may be put on: those who decide them. Only for who may hand out work. */
export async function findAssignees(actor: Actor): Promise<{ id: string; name: string; email: string }[]> {
  if (!hasRole(actor, 'specialist', 'manager')) return []
  return select<{ id: string; name: string; email: string }>(sql`
    SELECT u.id::text, u.name, u.email FROM app_user u WHERE NOT u.is_disabled
      AND EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND r.role IN ('specialist', 'manager'))
    ORDER BY u.name LIMIT 200`)
}
