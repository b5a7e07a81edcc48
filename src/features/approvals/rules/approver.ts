import { type Actor, hasRole, type Role } from '@/core/actor'

/** The roles whose people can be the second person. */
export const APPROVER_ROLES: readonly Role[] = ['manager', 'finance']

/** Whether requests can wait for this actor at all: a person who is a manager or in finance. */
export function isApprover(actor: Actor): boolean {
  return actor.kind !== 'job' && hasRole(actor, ...APPROVER_ROLES)
}
