import { type Actor, hasRole, seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'
import { isApprover } from '@/features/approvals/rules/approver'
import { teamsOfRoles } from '@/features/tasks/rules/teams'

type Exception = { customerId: string; ownerTeam: string }

/** The order check runs over all customers, for those who release orders. */
export function canCheckOrders(actor: Actor): boolean {
  return actor.customerIds === 'all' && isOrderDesk(actor)
}

/** Holding, releasing, rejecting, correcting or assigning: the order desk, and the team whose records have to change. */
export function canDecideExceptions(actor: Actor, exceptions: readonly Exception[]): boolean {
  return exceptions.every(({ customerId, ownerTeam }) => {
    const isOwner = teamsOfRoles(actor.roles).some((team) => team === ownerTeam)
    return seesCustomer(actor, asId<'customer'>(customerId)) && (isOrderDesk(actor) || isOwner)
  })
}

/** The second person of a release above the limit: a manager or finance, and never who asked. */
export function canDecideRelease(actor: Actor, request: { customerId: string; requestedBy: string }): boolean {
  return (
    isApprover(actor) &&
    actor.kind !== 'job' &&
    actor.userId !== request.requestedBy &&
    seesCustomer(actor, asId<'customer'>(request.customerId))
  )
}

/** Answering a customer about an order, and telling customers of new prices. */
export function canAnswerCustomer(actor: Actor, customer: { customerId: string }): boolean {
  return seesCustomer(actor, asId<'customer'>(customer.customerId)) && (isOrderDesk(actor) || hasRole(actor, 'account-manager'))
}

function isOrderDesk(actor: Actor): boolean {
  return hasRole(actor, 'specialist', 'order-management', 'manager', 'admin')
}
