import { formatMoney } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { RequestWording } from '../rules/request-wording'

/** The texts of requests, with the question whether a word exists. */
export type Texts = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean }

/** What a sentence about a request is made of. */
export type WordedTask = { kind: string; title: string; created_by: string | null; wording: RequestWording | null }

/** What is asked for; a kind without a word of its own shows its code. */
export function kindText(t: Texts, kind: string): string {
  return t.has(`kind.${kind}`) ? t(`kind.${kind}`) : kind
}

/**
 * What is needed, as a sentence in the reader's language: of a request that the product worded, or of what asked by itself and names only the
 * record. The words of a person stay.
 */
export function titleText(t: Texts, task: WordedTask): string {
  if (task.wording) return t('paperRequest.title', { paper: kindText(t, task.kind), claim: task.wording.claim })
  return task.created_by === null && t.has(`byItself.${task.kind}.title`)
    ? t(`byItself.${task.kind}.title`, { about: task.title })
    : task.title
}

/** The question in full: the words of who asked, or those of the product in the reader's language. */
export function bodyText(t: Texts, task: WordedTask & { body: string | null }, locale: Locale): string | null {
  if (task.wording) return wordedBody(t, task.kind, task.wording, locale)
  if (task.body !== null && task.body !== '') return task.body
  return task.created_by === null && t.has(`byItself.${task.kind}.body`) ? t(`byItself.${task.kind}.body`) : null
}

function wordedBody(t: Texts, kind: string, { customer, minor, currency, facts }: RequestWording, locale: Locale): string {
  const amount = formatMoney({ minor, currency }, locale)
  const why = t('paperRequest.why', { customer, amount, paper: kindText(t, kind) })
  return [why, ...facts.map(({ name, value }) => t('paperRequest.fact', { name: t(`fact.${name}`), value }))].join('\n')
}
