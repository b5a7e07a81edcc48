import { systemActor } from '@/core/actor'
import { sendViewMail } from '@/features/people/commands/send-view-mail'
import { findDueSubscriptions, type WaitingSubscription } from '@/features/people/queries/find-due-subscriptions'
import { isMailDue, viewHref } from '@/features/people/rules/saved-view'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { companyClock, companyToday } from '@/server/clock'
import { withLock } from '@/server/db/with-lock'
import { env } from '@/server/env'
import { log } from '@/server/log'
import { viewMail } from '../exports/view-mail'
import { findViewDigest } from '../queries/find-view-digest'

const NAME = 'reports.send-view-mails'

/** Sends the views people get by mail: each with the reader's own customers and in the reader's language; an empty one is not sent. */
export async function watchViewMails(): Promise<void> {
  await withLock(NAME, async () => {
    const today = companyToday()
    const { hour } = companyClock()
    const due = (await findDueSubscriptions(today)).filter((waiting) => isMailDue(waiting, today, hour))
    for (const waiting of due) {
      // One view that cannot be read must not keep the mails of all others.
      await sendOne(waiting, today).catch((error: unknown) => log().error({ err: error, view: waiting.viewId }, 'mail of a view failed'))
    }
  })
}

async function sendOne(waiting: WaitingSubscription, today: string): Promise<void> {
  const person = await findPerson(waiting.userId)
  if (!person) return
  const digest = await findViewDigest(actorOf(person), waiting.page, waiting.query)
  const href = `${env().RECOUP_URL ?? ''}${viewHref(waiting.page, { id: waiting.viewId, query: waiting.query })}`
  const mail = digest.count === 0 ? null : { to: person.email, ...viewMail({ name: waiting.name, href }, digest, person.locale) }
  await sendViewMail(systemActor(NAME), { subscriptionId: waiting.id, today, mail })
}
