import { select, sql } from '@/server/db/client'
import { rolesOfTeam, TEAMS, type Team } from '../rules/teams'

/** A person a request can be given to, with the teams the person answers for. */
export type TeamPerson = { id: string; name: string; teams: readonly Team[] }

/** Everybody who answers for a team, by name. */
export async function findTeamPeople(): Promise<TeamPerson[]> {
  const rows = await select<{ id: string; name: string; roles: string[] }>(sql`
    SELECT u.id::text, u.name, array_agg(r.role) AS roles FROM app_user u JOIN user_role r ON r.user_id = u.id
    WHERE NOT u.is_disabled GROUP BY u.id, u.name ORDER BY u.name LIMIT 500`)
  return rows.flatMap(({ id, name, roles }) => {
    const teams = TEAMS.filter((team) => rolesOfTeam(team).some((role) => roles.includes(role)))
    return teams.length === 0 ? [] : [{ id, name, teams }]
  })
}
