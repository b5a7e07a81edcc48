import { type Actor, hasRole } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { rolesOfTeam, TEAMS, type Team, teamsOfRoles } from '../rules/teams'

/** A person a request can be given to, with the teams the person answers for. */
export type TeamPerson = { id: string; name: string; teams: readonly Team[] }

/** Everybody who answers for a team, by name: of all teams for who watches over all requests, else of the own teams. */
export async function findTeamPeople(actor: Actor): Promise<TeamPerson[]> {
  const teams = hasRole(actor, 'specialist') ? TEAMS : teamsOfRoles(actor.roles)
  const rows = await select<{ id: string; name: string; roles: string[] }>(sql`
    SELECT u.id::text, u.name, array_agg(r.role) AS roles FROM app_user u JOIN user_role r ON r.user_id = u.id
    WHERE NOT u.is_disabled GROUP BY u.id, u.name ORDER BY u.name LIMIT 500`)
  return rows.flatMap(({ id, name, roles }) => {
    const own = teams.filter((team) => rolesOfTeam(team).some((role) => roles.includes(role)))
    return own.length === 0 ? [] : [{ id, name, teams: own }]
  })
}
