import { type Actor, hasRole } from '@/core/actor'

/** What a portal takes and which papers a customer wants are kept by specialists, managers and admins. */
export function canKeepPlaybook(actor: Actor): boolean {
  return hasRole(actor, 'specialist', 'manager', 'admin')
}
