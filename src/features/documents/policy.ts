import { type Actor, hasRole } from '@/core/actor'

/** Papers are read by everybody who works with what they prove. */
export function canReadPapers(actor: Actor): boolean {
  return hasRole(
    actor,
    'specialist',
    'account-manager',
    'manager',
    'finance',
    'cash',
    'logistics',
    'warehouse',
    'order-management',
    'admin',
  )
}
