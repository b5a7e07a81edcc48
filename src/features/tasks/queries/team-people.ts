import { type Sql, sql } from '@/server/db/client'
import { rolesOfTeam } from '../rules/teams'

/** The people who answer for a team; of account managers only those who look after the customer. */
export function teamPeople(team: string, customerId: string | null): Sql {
  return sql`SELECT DISTINCT u.id FROM app_user u JOIN user_role r ON r.user_id = u.id
    WHERE NOT u.is_disabled AND r.role = ANY(${[...rolesOfTeam(team)]}::text[]) AND (r.role <> 'account-manager'
      OR EXISTS (SELECT 1 FROM customer_assignment a WHERE a.user_id = u.id AND a.customer_id = ${customerId}::uuid))`
}
