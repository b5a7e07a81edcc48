import { type Actor, hasRole, seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'

/** A carrier is asked again by those who work with the paper and see its customer; a paper of nobody belongs to those who see all. */
export function canAskBetterProof(actor: Actor, paper: { customerId: string | null }): boolean {
  const isSeen = seesCustomer(actor, paper.customerId === null ? null : asId<'customer'>(paper.customerId))
  return (
    isSeen && hasRole(actor, 'specialist', 'account-manager', 'manager', 'logistics', 'warehouse', 'order-management', 'finance', 'admin')
  )
}

/** How long a step may take is kept by specialists, managers and admins; what holds for everybody by those who see everybody. */
export function canKeepClocks(actor: Actor, clock: { customerId: string | null }): boolean {
  if (!hasRole(actor, 'specialist', 'manager', 'admin')) return false
  return clock.customerId === null ? actor.customerIds === 'all' : seesCustomer(actor, asId<'customer'>(clock.customerId))
}
