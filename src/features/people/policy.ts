import { type Actor, hasRole } from '@/core/actor'

/** Users, roles, assignments and tokens are the admin's. */
export function canAdminister(actor: Actor): boolean {
  return hasRole(actor, 'admin')
}

/** Everybody may change their own language and theme. */
export function isPerson(actor: Actor): boolean {
  return actor.kind === 'user'
}

type View = { ownerId: string; isShared: boolean }

/** A view is seen by who keeps it and, once it is open to colleagues, by everybody; the rows in it stay everybody's own. */
export function canSeeView(actor: Actor, view: View): boolean {
  return actor.kind === 'user' && (view.isShared || view.ownerId === actor.userId)
}

/** A view is changed by who keeps it; one that is open to colleagues also by managers and administrators. */
export function canChangeView(actor: Actor, view: View): boolean {
  return actor.kind === 'user' && (view.ownerId === actor.userId || (view.isShared && hasRole(actor, 'manager', 'admin')))
}

/** What a role sees first is set by managers and administrators, among the views that colleagues see. */
export function canSetRoleViews(actor: Actor): boolean {
  return actor.kind === 'user' && hasRole(actor, 'manager', 'admin')
}

/** Mails of views leave by themselves. */
export function isSystem(actor: Actor): boolean {
  return actor.kind === 'job'
}
