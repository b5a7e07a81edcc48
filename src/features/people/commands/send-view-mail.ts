import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { queueMail } from '@/server/mail/queue-mail'
import { isSystem } from '../policy'
import { SendViewMailInput } from '../schemas'

/** Puts the mail of a subscription into the outbox and notes the day, so that no two workers send it; without a mail only the day. */
export const sendViewMail = defineCommand({
  event: 'view.mailed',
  input: SendViewMailInput,
  find: async ({ tx }, input) => {
    const [waiting] = await selectIn<{ id: string; viewId: string }>(
      tx,
      sql`SELECT id::text, view_id::text AS "viewId" FROM view_subscription
        WHERE id = ${input.subscriptionId}::uuid AND (done_on IS NULL OR done_on < ${input.today}::date) FOR UPDATE`,
    )
    return waiting ?? null
  },
  allow: isSystem,
  async change(scope, subscription, { mail, today }) {
    if (mail !== null) await queueMail(scope, { ...mail, subjectKind: 'view', subjectId: subscription.viewId })
    await scope.tx.viewSubscription.update({ where: { id: subscription.id }, data: { doneOn: new Date(`${today}T00:00:00Z`) } })
    return { id: subscription.id, isSent: mail !== null }
  },
})
