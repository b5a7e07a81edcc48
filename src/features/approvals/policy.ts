import { type Actor, hasRole, seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'
import { isApprover } from './rules/approver'

type Subject = { customerId: string | null }
type Request = Subject & { requestedBy: string }

/** Only a person can ask: a request of a machine would have no first person. */
export function canRequest(actor: Actor, subject: Subject): boolean {
  return actor.kind !== 'job' && sees(actor, subject)
}

/** Managers and finance are the second person, for customers they see, and never for what they asked for themselves. */
export function canApprove(actor: Actor, request: Request): boolean {
  return isApprover(actor) && sees(actor, request) && actor.kind !== 'job' && actor.userId !== request.requestedBy
}

function sees(actor: Actor, { customerId }: Subject): boolean {
  return seesCustomer(actor, customerId === null ? null : asId<'customer'>(customerId))
}

/** Who asks sees what became of it; who decides sees what waits. */
export function canSeeApprovals(actor: Actor): boolean {
  return hasRole(actor, 'specialist', 'manager', 'finance', 'account-manager')
}

/** How much a role may give up alone is the admin's to set. */
export function canSetLimits(actor: Actor): boolean {
  return hasRole(actor, 'admin')
}
