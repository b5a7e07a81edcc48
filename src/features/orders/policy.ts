import { type Actor, hasRole, seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'

/** The order check runs over all customers, for those who release orders. */
export function canCheckOrders(actor: Actor): boolean {
  return actor.customerIds === 'all' && hasRole(actor, 'specialist', 'order-management', 'manager', 'admin')
}

/** Holding, releasing, rejecting or correcting an order line. */
export function canDecideException(actor: Actor, exception: { customerId: string }): boolean {
  return seesCustomer(actor, asId<'customer'>(exception.customerId)) && hasRole(actor, 'specialist', 'order-management', 'manager', 'admin')
}
