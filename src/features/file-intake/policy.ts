import { type Actor, hasRole } from '@/core/actor'

/** Who may bring files in: everybody who works with what they hold. */
export function canImport(actor: Actor): boolean {
  return hasRole(actor, 'specialist', 'account-manager', 'manager', 'finance', 'cash', 'logistics', 'order-management', 'admin')
}
