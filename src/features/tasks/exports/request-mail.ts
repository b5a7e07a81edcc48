import { createTranslator, type Messages } from 'use-intl/core'
import { ALL_MESSAGES } from '@/i18n/all-messages'
import { formatInstant } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import { env } from '@/server/env'
import { requestMark } from '../rules/reply-text'
import type { RequestWording } from '../rules/request-wording'
import { bodyText, type Texts, titleText } from '../ui/kind-text'

export type RequestOccasion = 'asked' | 'reminder' | 'overdue' | 'escalated'
export type MailedTask = {
  id: string
  number: number
  kind: string
  title: string
  body: string | null
  dueAt: Date | null
  createdBy: string | null
  wording: RequestWording | null
}

/** A request as a mail in the reader's language: why it comes, what is asked, by when, and the two ways to answer. */
export function requestMail(occasion: RequestOccasion, task: MailedTask, locale: Locale): { subject: string; text: string } {
  const messages: Messages = ALL_MESSAGES[locale]
  const t = createTranslator({ locale, messages })
  const due = task.dueAt === null ? '' : t('tasks.mail.due', { when: formatInstant(task.dueAt, locale, env().RECOUP_TIMEZONE) })
  const link = env().RECOUP_URL ? `${env().RECOUP_URL}/tasks/${task.id}` : ''
  const { title, body } = requestWords(task, locale)
  const parts = [t(`tasks.mail.${occasion}`), title, body ?? '', due, t('tasks.mail.howToAnswer'), link]
  return { subject: `${requestMark(task.number)} ${title}`, text: parts.filter((part) => part !== '').join('\n\n') }
}

/** Tells somebody that a comment names them. */
export function mentionMail(
  mention: { author: string; body: string; href: string | null },
  locale: Locale,
): { subject: string; text: string } {
  const messages: Messages = ALL_MESSAGES[locale]
  const t = createTranslator({ locale, messages })
  const link = env().RECOUP_URL && mention.href ? `${env().RECOUP_URL}${mention.href}` : ''
  return {
    subject: t('tasks.mail.mentioned', { author: mention.author }),
    text: [mention.body, link].filter((part) => part !== '').join('\n\n'),
  }
}

/** Title and text of a request in the reader's language; the words of a person stay. */
export function requestWords(
  task: Pick<MailedTask, 'kind' | 'title' | 'body' | 'createdBy' | 'wording'>,
  locale: Locale,
): { title: string; body: string | null } {
  const messages: Messages = ALL_MESSAGES[locale]
  const t: Texts = createTranslator({ locale, messages, namespace: 'tasks' })
  const worded = { ...task, created_by: task.createdBy }
  return { title: titleText(t, worded), body: bodyText(t, worded, locale) }
}
