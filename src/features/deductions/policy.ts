import { type Actor, hasRole, seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'
import { isApprover } from '@/features/approvals/rules/approver'

type Subject = { customerId: string }

function sees(actor: Actor, subject: Subject): boolean {
  return seesCustomer(actor, asId<'customer'>(subject.customerId))
}

/** Everybody reads the deductions of the customers they see. */
export function canRead(actor: Actor, subject: Subject): boolean {
  return sees(actor, subject)
}

/** Verdicts are confirmed and overruled by specialists and managers. */
export function canDecide(actor: Actor, subjects: readonly Subject[]): boolean {
  return hasRole(actor, 'specialist', 'manager') && subjects.every((subject) => sees(actor, subject))
}

/** What no file told of is entered by those who read letters, portals and bank texts, for customers they see. */
export function canEnter(actor: Actor, subject: Subject): boolean {
  return actor.kind !== 'job' && hasRole(actor, 'specialist', 'manager', 'account-manager', 'cash', 'finance') && sees(actor, subject)
}

/** What was taken in one sum is divided, and what was found twice put together, by those who decide on it. */
export function canDivide(actor: Actor, subject: Subject): boolean {
  return canDecide(actor, [subject])
}

/** Work is handed out by those who decide. */
export function canAssign(actor: Actor, subjects: readonly Subject[]): boolean {
  return canDecide(actor, subjects)
}

/** Whoever sees a list may have it as a file, of the customers they see. */
export function canExport(actor: Actor): boolean {
  return actor.kind === 'user'
}

/** A change of many is taken back by who asked for it, or by a manager. */
export function canUndoBulk(actor: Actor, bulk: { requestedBy: string }): boolean {
  return actor.kind !== 'job' && canDecide(actor, []) && (actor.userId === bulk.requestedBy || hasRole(actor, 'manager'))
}

/** Money that came back may be booked by cash and finance too; giving money up is for those who decide. */
export function canResolve(actor: Actor, subject: Subject, kind: string): boolean {
  const isMoneyBack = kind === 'repaid' || kind === 'credited' || kind === 'reversed'
  return sees(actor, subject) && (hasRole(actor, 'specialist', 'manager') || (isMoneyBack && hasRole(actor, 'finance', 'cash')))
}

/** The tree of root causes and the rules that hold for everybody are the admin's to keep. */
export function canKeepCauses(actor: Actor): boolean {
  return actor.kind !== 'job' && hasRole(actor, 'admin')
}

/** Credit memos and write-offs are posted by finance, for customers they see. */
export function canPost(actor: Actor, subject: Subject): boolean {
  return actor.kind !== 'job' && hasRole(actor, 'finance') && sees(actor, subject)
}

/** The list of what finance has to post is read by those who ask for it and those who post it. */
export function canSeePostings(actor: Actor): boolean {
  return hasRole(actor, 'specialist', 'manager', 'finance', 'admin')
}

/** What is accepted unseen is the admin's to set, as the limits are. */
export function canSetSmallAmounts(actor: Actor): boolean {
  return actor.kind !== 'job' && hasRole(actor, 'admin')
}

/** A wrong entry is taken back by those who decide, and by whoever made it. */
export function canTakeEntryBack(actor: Actor, entry: Subject & { enteredBy: string | null }): boolean {
  if (actor.kind === 'job' || !sees(actor, entry)) return false
  return hasRole(actor, 'specialist', 'manager') || entry.enteredBy === actor.userId
}

/** Finding and judging run over all customers: specialists, managers and the system may start them. */
export function canTriage(actor: Actor): boolean {
  return actor.customerIds === 'all' && hasRole(actor, 'specialist', 'manager', 'admin')
}

/** Codes belong to those who decide deductions, and to the account managers of their customers. */
export function canSeeCodes(actor: Actor): boolean {
  return hasRole(actor, 'specialist', 'manager', 'finance', 'account-manager', 'admin')
}

/** What a code means is proposed by those who work on deductions, for customers they see. */
export function canProposeMaps(actor: Actor, subjects: readonly Subject[]): boolean {
  return (
    actor.kind !== 'job' && hasRole(actor, 'specialist', 'manager', 'account-manager') && subjects.every((subject) => sees(actor, subject))
  )
}

/** Whether the actor can be a second person at all; who asked is looked at request by request. */
export function canBeSecondPerson(actor: Actor): boolean {
  return isApprover(actor)
}
