import { seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import { now } from '@/server/clock'
import { defineCommand, type Scope } from '@/server/command'
import { canDecideException } from '../policy'
import { decisionsFrom, type ExceptionState } from '../rules/exception-kinds'
import { DecideExceptionInput } from '../schemas'

/** Holds, releases, rejects or corrects an order line that does not match what was agreed. */
export const decideException = defineCommand({
  event: 'order-exception.decided',
  input: DecideExceptionInput,
  find: findExceptionForChange,
  allow: canDecideException,
  async change({ tx, actor }, exception, input) {
    const possible = decisionsFrom(exception.state as ExceptionState)
    if (!possible.includes(input.decision)) throw new Refusal('orders/already-decided')
    if (input.decision !== 'held' && input.reason === '') throw new Refusal('invalid-input', { fields: { reason: 'required' } })
    const decidedBy = actor.kind === 'job' ? null : actor.userId
    const changed = await tx.orderException.updateMany({
      where: { id: exception.id, version: input.version },
      data: { state: input.decision, decidedBy, decidedAt: now(), reason: input.reason, version: { increment: 1 } },
    })
    if (changed.count === 0) throw new Refusal('stale')
    return { id: exception.id, state: input.decision }
  },
})

async function findExceptionForChange({ tx, actor }: Scope, input: { exceptionId: string }) {
  const fields = { id: true, customerId: true, state: true, version: true } as const
  const found = await tx.orderException.findUnique({ where: { id: input.exceptionId }, select: fields })
  return found && seesCustomer(actor, asId<'customer'>(found.customerId)) ? found : null
}
