import { type Actor, hasRole } from '@/core/actor'

/** Whether requests can wait for this actor at all: a person who is a manager or in finance. */
export function isApprover(actor: Actor): boolean {
  return actor.kind !== 'job' && hasRole(actor, 'manager', 'finance')
}
