import { type Actor, hasRole, seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'

/** A carrier is asked again by those who work with the paper and see its customer; a paper of nobody belongs to those who see all. */
export function canAskBetterProof(actor: Actor, paper: { customerId: string | null }): boolean {
  const isSeen = seesCustomer(actor, paper.customerId === null ? null : asId<'customer'>(paper.customerId))
  return (
    isSeen && hasRole(actor, 'specialist', 'account-manager', 'manager', 'logistics', 'warehouse', 'order-management', 'finance', 'admin')
  )
}
