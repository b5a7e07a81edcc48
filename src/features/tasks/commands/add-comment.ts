import { Refusal } from '@/core/refusal'
import type { Locale } from '@/i18n/locale'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { queueMail } from '@/server/mail/queue-mail'
import { mentionMail } from '../exports/request-mail'
import { canComment } from '../policy'
import { mayHearOf } from '../queries/subject-sql'
import { subjectHref } from '../rules/subject-href'
import { AddCommentInput } from '../schemas'
import { findSubject } from './find-subject'

type Mentioned = { id: string; email: string; locale: Locale }

/** Says something about a record. Who is named with '@', by name or by the part of the address before its '@', is told by mail. */
export const addComment = defineCommand({
  event: 'comment.added',
  input: AddCommentInput,
  find: findSubject,
  allow: canComment,
  async change(scope, subject, input) {
    const { tx, actor } = scope
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    const mentioned = await findMentioned(scope, subject.customerId, input.body)
    const mentions = mentioned.map((person) => person.id)
    const comment = await tx.comment.create({
      data: { ...input, customerId: subject.customerId, authorId: actor.userId, mentions },
      select: { id: true },
    })
    const href = subjectHref(input.subjectKind, input.subjectId)
    for (const person of mentioned)
      await queueMail(scope, {
        to: person.email,
        ...mentionMail({ author: actor.name, body: input.body, href }, person.locale),
        subjectKind: input.subjectKind,
        subjectId: input.subjectId,
        ...(subject.customerId === null ? {} : { customerId: subject.customerId }),
      })
    return { ...comment, mentions: mentions.length }
  },
})

// Nobody hears of a customer they may not see: an account manager without the customer is not told.
async function findMentioned({ tx }: Scope, customerId: string | null, body: string): Promise<Mentioned[]> {
  if (!body.includes('@')) return []
  return selectIn<Mentioned>(
    tx,
    sql`SELECT u.id::text, u.email, u.locale FROM app_user u
      WHERE ${mayHearOf(sql`${customerId}::uuid`)}
        AND (strpos(lower(${body}), '@' || lower(split_part(u.email, '@', 1))) > 0 OR strpos(lower(${body}), '@' || lower(u.name)) > 0)
      ORDER BY u.email LIMIT 20`,
  )
}
