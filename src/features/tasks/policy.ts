import { type Actor, hasRole, seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'
import { teamsOfRoles } from './rules/teams'

type Subject = { customerId: string | null }
type TaskRecord = { customerId: string | null; team: string; createdBy: string | null }

function sees(actor: Actor, subject: Subject): boolean {
  return seesCustomer(actor, subject.customerId === null ? null : asId<'customer'>(subject.customerId))
}

/** Whoever works on deductions, orders, goods or money may ask another team about what they see. */
export function canAsk(actor: Actor, subject: Subject): boolean {
  return (
    sees(actor, subject) &&
    hasRole(
      actor,
      'specialist',
      'account-manager',
      'manager',
      'order-management',
      'logistics',
      'warehouse',
      'finance',
      'cash',
      'credit',
      'admin',
    )
  )
}

/** A task is answered by its team; specialists may record an answer that came by phone. */
export function canAnswer(actor: Actor, task: TaskRecord): boolean {
  return sees(actor, task) && (hasRole(actor, 'specialist') || teamsOfRoles(actor.roles).some((team) => team === task.team))
}

/** Closed by who asked, or by those who watch over all requests. */
export function canClose(actor: Actor, task: TaskRecord): boolean {
  const asked = actor.kind !== 'job' && task.createdBy === actor.userId
  return sees(actor, task) && (asked || hasRole(actor, 'specialist', 'manager', 'admin'))
}

/** Who answers a request or may close it says whose desk it is on, and by when. */
export function canArrange(actor: Actor, task: TaskRecord): boolean {
  return canAnswer(actor, task) || canClose(actor, task)
}

export function canComment(actor: Actor, subject: Subject): boolean {
  return actor.kind === 'user' && sees(actor, subject)
}

/** What settled itself is closed by whoever compares all customers' records, people and jobs alike. */
export function canSettle(actor: Actor): boolean {
  return actor.customerIds === 'all'
}
