import { type Actor, hasRole, seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'
import { isApprover } from '@/features/approvals/rules/approver'

type Subject = { customerId: string }

function sees(actor: Actor, subject: Subject): boolean {
  return seesCustomer(actor, asId<'customer'>(subject.customerId))
}

/** Packages are put together and built by specialists and managers. */
export function canBuild(actor: Actor, subjects: readonly Subject[]): boolean {
  return hasRole(actor, 'specialist', 'manager') && subjects.every((subject) => sees(actor, subject))
}

const READERS = ['specialist', 'account-manager', 'manager', 'finance', 'cash', 'credit', 'admin'] as const

/** Whose work packages and disputes are; which customers they see is another question. */
export function canSeeDisputes(actor: Actor): boolean {
  return hasRole(actor, ...READERS)
}

/** Whoever files, and whoever answers for the money, may take a package along. */
export function canDownload(actor: Actor, subject: Subject): boolean {
  return sees(actor, subject) && canSeeDisputes(actor)
}

/** Filed by a person: the customer's account manager, a specialist or a manager. A job never says that it filed. */
export function canSubmit(actor: Actor, subject: Subject): boolean {
  return actor.kind !== 'job' && sees(actor, subject) && hasRole(actor, 'specialist', 'account-manager', 'manager')
}

/** A manager may let a package be filed after the window, with a reason. */
export function canFileLate(actor: Actor): boolean {
  return hasRole(actor, 'manager')
}

/** The customer's answer reaches account managers and specialists; money that came back also cash and finance. */
export function canRecordAnswer(actor: Actor, subject: Subject): boolean {
  return sees(actor, subject) && hasRole(actor, 'specialist', 'account-manager', 'manager', 'finance', 'cash')
}

/** Giving up a claim on money is for those who decide about deductions. */
export function canWithdraw(actor: Actor, subject: Subject): boolean {
  return canBuild(actor, [subject])
}

/** What our own cases teach is proposed by those who build packages. */
export function canProposeRules(actor: Actor, subject: Subject): boolean {
  return actor.kind !== 'job' && canBuild(actor, [subject])
}

/** A second person decides: never who asked. */
export function canDecideRules(actor: Actor, request: Subject & { requestedBy: string }): boolean {
  return isApprover(actor) && sees(actor, request) && actor.kind !== 'job' && actor.userId !== request.requestedBy
}

/** Carriers are claimed from by logistics, and by those who decide about deductions. */
export function canClaimFreight(actor: Actor, subject: Subject): boolean {
  return actor.kind !== 'job' && sees(actor, subject) && hasRole(actor, 'logistics', 'specialist', 'manager')
}

/** What a carrier answers reaches those who claimed; what it pays also cash and finance. */
export function canRecordCarrierAnswer(actor: Actor, subject: Subject): boolean {
  return canClaimFreight(actor, subject) || (actor.kind !== 'job' && sees(actor, subject) && hasRole(actor, 'finance', 'cash'))
}

export function canSeeFreightClaims(actor: Actor): boolean {
  return hasRole(actor, 'logistics', 'specialist', 'manager', 'finance', 'cash', 'admin')
}
