import type { Actor } from '@/core/actor'
import { type Money, money } from '@/core/money'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { rolesOfTeam, type Team } from '../rules/teams'
import { isOverdue } from './task-due'

/** What a team still has to answer, who waits for it, and what is at stake meanwhile. */
export type WaitingTeam = {
  team: Team
  people: string[]
  open: number
  overdue: number
  /** Requests that reached the managers. */
  escalated: number
  oldestAt: Date
  nextDueAt: Date | null
  askers: string[]
  /** Money of the claims that wait, one amount per currency; a claim counts once. */
  atStake: Money[]
}

type Found = Omit<WaitingTeam, 'people' | 'atStake'> & { stakes: { currency: string; minor: string }[] | null }

/** On whom the open requests wait, the team with most overdue ones first. */
export async function findWaiting(actor: Actor): Promise<WaitingTeam[]> {
  const rows = await select<Found>(sql`
    WITH open AS (SELECT t.* FROM task t WHERE t.state = 'open' AND ${scopeOf(actor, sql`t.customer_id`)}),
    stake AS (
      SELECT o.team, d.currency, sum(d.open_minor) AS minor FROM (SELECT DISTINCT team, subject_id FROM open WHERE subject_kind = 'deduction') o
      JOIN deduction d ON d.id = o.subject_id GROUP BY o.team, d.currency
    )
    SELECT o.team, count(*)::int AS open, count(*) FILTER (WHERE ${isOverdue(sql`o.due_at`)})::int AS overdue,
      count(*) FILTER (WHERE o.escalation = 3)::int AS escalated, min(o.created_at) AS "oldestAt", min(o.due_at) FILTER (WHERE NOT ${isOverdue(sql`o.due_at`)}) AS "nextDueAt",
      coalesce(array_agg(DISTINCT u.name) FILTER (WHERE u.name IS NOT NULL), '{}') AS askers,
      (SELECT jsonb_agg(jsonb_build_object('currency', s.currency, 'minor', s.minor::text) ORDER BY s.minor DESC) FROM stake s WHERE s.team = o.team) AS stakes
    FROM open o LEFT JOIN app_user u ON u.id = o.created_by GROUP BY o.team ORDER BY overdue DESC, open DESC, o.team`)
  return Promise.all(
    rows.map(async ({ stakes, ...row }) => ({
      ...row,
      people: await peopleOf(row.team),
      atStake: (stakes ?? []).map(({ currency, minor }) => money(BigInt(minor), currency)),
    })),
  )
}

async function peopleOf(team: Team): Promise<string[]> {
  const people = await select<{ name: string }>(sql`
    SELECT DISTINCT u.name FROM app_user u JOIN user_role r ON r.user_id = u.id
    WHERE r.role = ANY(${[...rolesOfTeam(team)]}::text[]) AND NOT u.is_disabled ORDER BY u.name LIMIT 12`)
  return people.map((person) => person.name)
}
