import { type Actor, hasRole } from '@/core/actor'

/** What a portal takes, which papers a customer wants and how it orders are kept by specialists, managers and admins. */
export function canKeepPlaybook(actor: Actor): boolean {
  return hasRole(actor, 'specialist', 'manager', 'admin')
}

/** Telling customers of new prices is noted by sales and whoever keeps orders and agreements. */
export function canAnnouncePrices(actor: Actor): boolean {
  return hasRole(actor, 'account-manager', 'specialist', 'order-management', 'manager', 'admin')
}
