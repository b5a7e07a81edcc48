import type { CustomerId, UserId } from './ids'

/** Every role a person can hold. A person may hold several; rights add up. */
export const ROLES = [
  'specialist',
  'account-manager',
  'manager',
  'finance',
  'cash',
  'credit',
  'logistics',
  'warehouse',
  'order-management',
  'admin',
] as const
export type Role = (typeof ROLES)[number]

/** Which customers an actor may see: all, or exactly the listed ones. */
export type CustomerScope = 'all' | readonly CustomerId[]

/** Who asks. Passed to every query and command; nothing is decided from anything else. */
export type Actor =
  | { kind: 'user'; userId: UserId; name: string; roles: readonly Role[]; customerIds: CustomerScope }
  | { kind: 'token'; tokenId: string; userId: UserId; name: string; roles: readonly Role[]; customerIds: CustomerScope }
  | { kind: 'job'; name: string; roles: readonly Role[]; customerIds: CustomerScope }

export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role))
}

/** True when the actor may see this customer. A record of no customer is visible to those who see all. */
export function seesCustomer(actor: Actor, customerId: CustomerId | null): boolean {
  if (actor.customerIds === 'all') return true
  return customerId !== null && actor.customerIds.includes(customerId)
}

/** An account manager sees the assigned customers only; any further role than that opens all of them. */
export function seesAllCustomers(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'account-manager')
}

/** The actor of work that the system does on its own account. */
export function systemActor(name: string): Actor {
  return { kind: 'job', name, roles: ROLES, customerIds: 'all' }
}
