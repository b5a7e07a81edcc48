import type { Actor, Role } from '@/core/actor'
import { asId } from '@/core/ids'

/** An actor with the given roles who sees all customers, or exactly the listed ones. Belongs to no stored user. */
export function buildActor(roles: readonly Role[], customerIds: 'all' | readonly string[] = 'all'): Extract<Actor, { kind: 'user' }> {
  return {
    kind: 'user',
    userId: asId('00000000-0000-7000-8000-000000000001'),
    name: 'Test Person',
    roles,
    customerIds: customerIds === 'all' ? 'all' : customerIds.map((id) => asId<'customer'>(id)),
  }
}

export const admin = buildActor(['admin'])
export const specialist = buildActor(['specialist'])
