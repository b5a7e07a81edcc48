import { Refusal } from '@/core/refusal'
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
    const people = await selectIn<{ email: string }>(
      scope.tx,
      sql`SELECT DISTINCT u.email FROM app_user u JOIN user_role r ON r.user_id = u.id
        WHERE r.role = ANY(${[...rolesOfTeam(task.team)]}::text[]) AND NOT u.is_disabled AND (r.role <> 'account-manager'
          OR EXISTS (SELECT 1 FROM customer_assignment a WHERE a.user_id = u.id AND a.customer_id = ${task.customerId}::uuid))
        ORDER BY u.email`,
    )
    const text = [task.title, task.body, env().RECOUP_URL && `${env().RECOUP_URL}/tasks/${task.id}`].filter(Boolean).join('\n\n')
    for (const person of people) {
      const subject = { subjectKind: 'task', subjectId: task.id, ...(task.customerId === null ? {} : { customerId: task.customerId }) }
      await queueMail(scope, { to: person.email, subject: task.title, text, ...subject })
    }
    await scope.tx.task.update({ where: { id: task.id }, data: { remindedAt: now() } })
    return { id: task.id, mails: people.length }
  },
})
