import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { queueMail } from '@/server/mail/queue-mail'
import { canAnswerCustomer } from '../policy'
import { SendReplyInput } from '../schemas'

/** Puts the reply to an order into the outbox, as the person has read and changed it. */
export const sendReply = defineCommand({
  event: 'order.replied',
  input: SendReplyInput,
  find: findOrderToAnswer,
  allow: canAnswerCustomer,
  async change(scope, order, { to, subject, text }) {
    await queueMail(scope, { to, subject, text, subjectKind: 'order', subjectId: order.id, customerId: order.customerId })
    return { id: order.id }
  },
})

async function findOrderToAnswer({ tx, actor }: Scope, input: { customer: string; poKey: string }) {
  const [order] = await selectIn<{ id: string; customerId: string }>(
    tx,
    sql`SELECT o.id::text, o.customer_id::text AS "customerId" FROM purchase_order o JOIN customer c ON c.id = o.customer_id
      WHERE c.code = ${input.customer} AND o.number_key = ${input.poKey} AND ${scopeOf(actor, sql`o.customer_id`)}`,
  )
  return order ?? null
}
