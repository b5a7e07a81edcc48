import { Refusal } from '@/core/refusal'
import { now } from '@/server/clock'
import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { queueMail } from '@/server/mail/queue-mail'
import { canAsk } from '../policy'
import { RemindTaskInput } from '../schemas'
import { findTaskForChange } from './find-task-for-change'

/** Reminds the people of the asked team by mail, each once. */
export const remindTask = defineCommand({
  event: 'task.reminded',
  input: RemindTaskInput,
  find: findTaskForChange,
  allow: canAsk,
  async change(scope, task) {
    if (task.state !== 'open') throw new Refusal('tasks/not-open')
    const people = await selectIn<{ email: string }>(
      scope.tx,
      sql`SELECT u.email FROM app_user u JOIN user_role r ON r.user_id = u.id WHERE r.role = ${task.team} AND NOT u.is_disabled ORDER BY u.email`,
    )
    for (const person of people) {
      const subject = { subjectKind: 'task', subjectId: task.id, ...(task.customerId === null ? {} : { customerId: task.customerId }) }
      await queueMail(scope, { to: person.email, subject: task.title, text: task.title, ...subject })
    }
    await scope.tx.task.update({ where: { id: task.id }, data: { remindedAt: now() } })
    return { id: task.id, mails: people.length }
  },
})
