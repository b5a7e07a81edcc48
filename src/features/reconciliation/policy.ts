import { type Actor, hasRole, seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'

/** Comparing all systems is the specialist's, order management's and the system's own work. */
export function canReconcile(actor: Actor): boolean {
  return actor.customerIds === 'all' && hasRole(actor, 'specialist', 'order-management', 'finance', 'logistics', 'manager', 'admin')
}

/** A difference is accepted or handed on by those who work with the systems that differ. */
export function canHandleDifference(actor: Actor, difference: { customerId: string }): boolean {
  return (
    seesCustomer(actor, asId<'customer'>(difference.customerId)) &&
    hasRole(actor, 'specialist', 'order-management', 'logistics', 'warehouse', 'finance', 'manager', 'admin')
  )
}

/** Who works with differences, or watches what they cost, sees the rules by which they may stay. */
export function canSeeTolerances(actor: Actor): boolean {
  return hasRole(actor, 'specialist', 'account-manager', 'order-management', 'logistics', 'warehouse', 'finance', 'manager', 'admin')
}
