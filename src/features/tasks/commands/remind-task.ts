import { Refusal } from '@/core/refusal'
import { ALL_MESSAGES } from '@/i18n/all-messages'
import { isLocale } from '@/i18n/locale'
import { now } from '@/server/clock'
import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { env } from '@/server/env'
import { queueMail } from '@/server/mail/queue-mail'
import { canAsk } from '../policy'
import { rolesOfTeam } from '../rules/teams'
import { RemindTaskInput } from '../schemas'
import { findTaskForChange } from './find-task-for-change'

/** Reminds the people of the asked team by mail, each once; of account managers only those who look after the customer. */
export const remindTask = defineCommand({
  event: 'task.reminded',
  input: RemindTaskInput,
  find: findTaskForChange,
  allow: canAsk,
  async change(scope, task) {
    if (task.state !== 'open') throw new Refusal('tasks/not-open')
    const people = await selectIn<{ email: string; locale: string }>(
      scope.tx,
      sql`SELECT DISTINCT u.email, u.locale FROM app_user u JOIN user_role r ON r.user_id = u.id
        WHERE r.role = ANY(${[...rolesOfTeam(task.team)]}::text[]) AND NOT u.is_disabled AND (r.role <> 'account-manager'
          OR EXISTS (SELECT 1 FROM customer_assignment a WHERE a.user_id = u.id AND a.customer_id = ${task.customerId}::uuid))
        ORDER BY u.email`,
    )
    const address = env().RECOUP_URL && `${env().RECOUP_URL}/tasks/${task.id}`
    for (const person of people) {
      const subject = { subjectKind: 'task', subjectId: task.id, ...(task.customerId === null ? {} : { customerId: task.customerId }) }
      const { title, body } = wordsOf(task, person.locale)
      await queueMail(scope, { to: person.email, subject: title, text: [title, body, address].filter(Boolean).join('\n\n'), ...subject })
    }
    await scope.tx.task.update({ where: { id: task.id }, data: { remindedAt: now() } })
    return { id: task.id, mails: people.length }
  },
})

// What asked by itself names only the record: the sentence is that of its kind, in the reader's language.
function wordsOf(task: { kind: string; title: string; body: string | null; createdBy: string | null }, locale: string) {
  const kinds: Readonly<Record<string, { title: string; body: string }>> = ALL_MESSAGES[isLocale(locale) ? locale : 'en'].tasks.byItself
  const own = task.createdBy === null ? kinds[task.kind] : undefined
  return own ? { title: own.title.replace('{about}', task.title), body: task.body || own.body } : task
}
