import { type Actor, hasRole } from '@/core/actor'

/** Users, roles, assignments and tokens are the admin's. */
export function canAdminister(actor: Actor): boolean {
  return hasRole(actor, 'admin')
}

/** Everybody may change their own language and theme. */
export function isPerson(actor: Actor): boolean {
  return actor.kind === 'user'
}
