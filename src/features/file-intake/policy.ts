import { type Actor, hasRole, seesCustomer } from '@/core/actor'
import type { CustomerId } from '@/core/ids'

/** An import is undone by those who answer for what stands in the books. */
export function canUndoImport(actor: Actor): boolean {
  return hasRole(actor, 'specialist', 'manager', 'finance', 'admin')
}

/** Who may bring files in: everybody who works with what they hold. */
export function canImport(actor: Actor): boolean {
  return hasRole(actor, 'specialist', 'account-manager', 'manager', 'finance', 'cash', 'logistics', 'order-management', 'admin')
}

/** Who may say how a customer's files are read: who imports and sees the customer. A mapping of no single customer needs all. */
export function canMap(actor: Actor, mapping: { customerId: CustomerId | null }): boolean {
  return canImport(actor) && seesCustomer(actor, mapping.customerId)
}
