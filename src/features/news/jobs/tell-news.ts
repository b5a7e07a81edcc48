import { seesCustomer, systemActor } from '@/core/actor'
import { asId } from '@/core/ids'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { companyClock } from '@/server/clock'
import { withLock } from '@/server/db/with-lock'
import { env } from '@/server/env'
import { mailNews } from '../commands/mail-news'
import { spreadNews } from '../commands/spread-news'
import { newsMail } from '../exports/news-mail'
import { findNewsToMail, type NewsToMail } from '../queries/find-news-to-mail'
import { isNewsMailDue } from '../rules/news'

const NAME = 'news.tell'

/** Tells people what happened since the last time, and sends what they want by mail and have not read. */
export async function tellNews(): Promise<void> {
  await withLock(NAME, async () => {
    await spreadNews(systemActor(NAME), {})
    const { hour, midnight } = companyClock()
    for (const waiting of await findNewsToMail(midnight)) {
      if (isNewsMailDue({ ...waiting, hour })) await mail(waiting)
    }
  })
}

/** With the customers that the person sees now, whatever it was when the news was told. */
async function mail({ userId, rows }: NewsToMail): Promise<void> {
  const person = await findPerson(userId)
  if (!person) return
  const actor = actorOf(person)
  const visible = rows.filter(({ customerId }) => customerId === null || seesCustomer(actor, asId<'customer'>(customerId)))
  if (visible.length === 0) return
  const { RECOUP_URL, RECOUP_TIMEZONE } = env()
  const text = newsMail(visible, { locale: person.locale, address: RECOUP_URL ?? '', timeZone: RECOUP_TIMEZONE })
  await mailNews(systemActor(NAME), { userId, newsIds: visible.map(({ id }) => id), mail: { to: person.email, ...text } })
}
