import { type Actor, hasRole } from '@/core/actor'

/** Who looks after which customer is decided by managers and admins. */
export function canAssignCustomers(actor: Actor): boolean {
  return hasRole(actor, 'admin', 'manager')
}
