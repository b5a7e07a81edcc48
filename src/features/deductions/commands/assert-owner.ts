import { Refusal } from '@/core/refusal'
import type { Tx } from '@/server/db/client'

/** Refuses an owner who does not work here; nobody is a fine owner. */
export async function assertOwner(tx: Tx, ownerId: string | null): Promise<void> {
  if (ownerId === null) return
  const owner = await tx.appUser.findUnique({ where: { id: ownerId }, select: { isDisabled: true } })
  if (!owner || owner.isDisabled) throw new Refusal('invalid-input', { fields: { ownerId: 'invalid_value' } })
}
