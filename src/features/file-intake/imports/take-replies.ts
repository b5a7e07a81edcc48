import { systemActor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { answerTask } from '@/features/tasks/commands/answer-task'
import { replyText, requestOfSubject } from '@/features/tasks/rules/reply-text'
import { type Mail, readMail } from '@/formats/eml/read-mail'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { select, sql } from '@/server/db/client'
import { readStored } from '@/server/file-store'
import { log } from '@/server/log'
import { deliverPapers } from '../commands/deliver-papers'
import { findPartIds } from '../queries/find-import-parts'

/** A mail that was taken in, where its bytes lie. */
export type ArrivedMail = { batchId: string; storageKey: string }
type Asked = { id: string; version: number; state: string; isAboutDeduction: boolean; personId: string | null }

/**
 * Takes mails that answer requests: by the mark in the subject or because they reply to our mail. The sender has to be somebody who may
 * answer; papers are delivered as from the page, a mail without any is the answer itself. Answers how many requests were answered.
 */
export async function takeReplies(mails: readonly ArrivedMail[]): Promise<number> {
  let answered = 0
  for (const arrived of mails) {
    const { mail } = await readMail(await readStored(arrived.storageKey))
    const asked = mail && (await findAsked(mail))
    if (!mail || asked?.personId == null || asked.state !== 'open') continue
    const isTaken = await takeOne(arrived, mail, asked, asked.personId).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      log().info({ batch: arrived.batchId, code: error.code }, 'a reply was not taken as an answer')
      return false
    })
    if (isTaken) answered += 1
  }
  return answered
}

async function takeOne(arrived: ArrivedMail, mail: Mail, asked: Asked, personId: string): Promise<boolean> {
  const person = await findPerson(personId)
  if (!person) return false
  const actor = actorOf(person)
  const answer = replyText(mail.text).slice(0, 4000)
  const parts = asked.isAboutDeduction && mail.attachments.length > 0 ? await findPartIds(systemActor('replies'), [arrived.batchId]) : []
  if (parts.length > 0) {
    await deliverPapers(actor, { taskId: asked.id, batchIds: parts.slice(0, 500), answer })
    return true
  }
  if (answer === '') return false
  await answerTask(actor, { taskId: asked.id, version: asked.version, answer })
  return true
}

async function findAsked(mail: Mail): Promise<Asked | null> {
  const number = requestOfSubject(mail.subject)
  const [asked] = await select<Asked>(sql`
    SELECT t.id::text, t.version, t.state, t.subject_kind = 'deduction' AS "isAboutDeduction",
      (SELECT u.id::text FROM app_user u WHERE lower(u.email) = ${mail.from ?? ''} AND NOT u.is_disabled) AS "personId"
    FROM task t WHERE t.number = ${number}::int OR t.id = (SELECT m.subject_id FROM mail_message m
      WHERE m.message_id = ${mail.inReplyTo ?? ''} AND m.subject_kind = 'task' LIMIT 1)
    ORDER BY t.number = ${number}::int DESC NULLS LAST LIMIT 1`)
  return asked ?? null
}
