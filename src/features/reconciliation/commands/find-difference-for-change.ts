import { seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'
import type { Scope } from '@/server/command'

/** The difference a command works on, if the actor may see its customer. */
export async function findDifferenceForChange({ tx, actor }: Scope, input: { differenceId: string }) {
  const fields = {
    id: true,
    customerId: true,
    kind: true,
    poNumber: true,
    deliveryKey: true,
    sapValue: true,
    otherValue: true,
    ownerTeam: true,
    state: true,
  } as const
  const found = await tx.difference.findUnique({ where: { id: input.differenceId }, select: fields })
  return found && seesCustomer(actor, asId<'customer'>(found.customerId)) ? found : null
}
