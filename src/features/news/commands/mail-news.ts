import { isSystem } from '@/features/people/policy'
import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { queueMail } from '@/server/mail/queue-mail'
import { MailNewsInput } from '../schemas'

/** Puts the mail of a person's news into the outbox and notes that they were mailed, so that no two workers send them. */
export const mailNews = defineCommand({
  event: 'news.mailed',
  input: MailNewsInput,
  find: async ({ tx }, { userId, newsIds }) => {
    const waiting = await selectIn<{ id: string }>(
      tx,
      sql`SELECT id::text FROM news WHERE user_id = ${userId}::uuid AND id = ANY(${newsIds}::uuid[]) AND mailed_at IS NULL FOR UPDATE`,
    )
    return waiting.length === newsIds.length ? waiting : null
  },
  allow: isSystem,
  async change(scope, waiting, { userId, mail }) {
    await queueMail(scope, { ...mail, subjectKind: 'user', subjectId: userId })
    await scope.tx.$executeRaw(sql`UPDATE news SET mailed_at = now() WHERE id = ANY(${waiting.map(({ id }) => id)}::uuid[])`)
    return { count: waiting.length }
  },
})
