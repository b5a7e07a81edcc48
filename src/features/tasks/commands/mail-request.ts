import type { Locale } from '@/i18n/locale'
import type { Scope } from '@/server/command'
import { type Sql, selectIn, sql } from '@/server/db/client'
import { queueMail } from '@/server/mail/queue-mail'
import { type MailedTask, type RequestOccasion, requestMail } from '../exports/request-mail'
import type { Rung } from '../rules/escalation'
import { rolesOfTeam } from '../rules/teams'

export type TaskToMail = MailedTask & { team: string; customerId: string | null }
type Reader = { email: string; locale: Locale }

/** Puts a request into the outbox for each of those who are to be told, once and in their own language. Answers how many. */
export async function mailRequest(
  scope: Scope,
  task: TaskToMail,
  occasion: RequestOccasion,
  tells: Rung['tells'] = 'team',
): Promise<number> {
  const readers = await selectIn<Reader>(scope.tx, readersOf(task, tells))
  for (const reader of readers) {
    const subject = { subjectKind: 'task', subjectId: task.id, ...(task.customerId === null ? {} : { customerId: task.customerId }) }
    await queueMail(scope, { to: reader.email, ...requestMail(occasion, task, reader.locale), ...subject })
  }
  return readers.length
}

// Of account managers only those who look after the customer.
function readersOf(task: TaskToMail, tells: Rung['tells']): Sql {
  const roles = tells === 'managers' ? ['manager'] : [...rolesOfTeam(task.team)]
  const asker = tells === 'team' ? null : task.createdBy
  return sql`SELECT DISTINCT u.email, u.locale FROM app_user u LEFT JOIN user_role r ON r.user_id = u.id
    WHERE NOT u.is_disabled AND (u.id = ${asker}::uuid OR (r.role = ANY(${roles}::text[]) AND (r.role <> 'account-manager'
      OR EXISTS (SELECT 1 FROM customer_assignment a WHERE a.user_id = u.id AND a.customer_id = ${task.customerId}::uuid))))
    ORDER BY u.email`
}
