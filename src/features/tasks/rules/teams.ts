import { ROLES, type Role } from '@/core/actor'

/** The teams a request can go to; each is answered by the people of one role. */
export const TEAMS = [
  'deductions',
  'logistics',
  'warehouse',
  'order-management',
  'finance',
  'cash',
  'credit',
  'sales',
  'item-master',
] as const
export type Team = (typeof TEAMS)[number]

const TEAM_OF_ROLE: Readonly<Partial<Record<Role, readonly Team[]>>> = {
  specialist: ['deductions', 'item-master'],
  'account-manager': ['sales'],
  logistics: ['logistics'],
  warehouse: ['warehouse'],
  'order-management': ['order-management', 'item-master'],
  finance: ['finance'],
  cash: ['cash'],
  credit: ['credit'],
}

/** The teams a person with these roles answers for; managers, admins and specialists watch over all of them. */
export function teamsOfRoles(roles: readonly Role[]): readonly Team[] {
  if (roles.some((role) => role === 'manager' || role === 'admin')) return TEAMS
  return TEAMS.filter((team) => roles.some((role) => TEAM_OF_ROLE[role]?.includes(team)))
}

/** The teams whose requests a person with these roles gives out: specialists watch over all of them. */
export function teamsArranged(roles: readonly Role[]): readonly Team[] {
  return roles.includes('specialist') ? TEAMS : teamsOfRoles(roles)
}

/** The roles whose people answer for a team. */
export function rolesOfTeam(team: string): readonly Role[] {
  return ROLES.filter((role) => TEAM_OF_ROLE[role]?.some((one) => one === team))
}

export const TASK_STATES = ['open', 'answered', 'closed', 'cancelled'] as const
export type TaskState = (typeof TASK_STATES)[number]

export const SUBJECT_KINDS = [
  'deduction',
  'dispute',
  'difference',
  'order-exception',
  'document',
  'import-batch',
  'customer',
  'signal',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]
