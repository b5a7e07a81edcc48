import { createTranslator, type Messages } from 'use-intl/core'
import { escapeHtml } from '@/core/escape-html'
import { ALL_MESSAGES } from '@/i18n/all-messages'
import { formatInstant } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { NewsRow } from '../queries/find-news'
import { newsHref } from '../rules/news'

type NewsMailText = { subject: string; text: string; html: string }

/** News as a mail in the reader's language; `address` is where the application runs, `timeZone` the company's. */
export function newsMail(
  rows: readonly Omit<NewsRow, 'isRead'>[],
  { locale, address, timeZone }: { locale: Locale; address: string; timeZone: string },
): NewsMailText {
  const messages: Messages = ALL_MESSAGES[locale]
  const t = createTranslator({ locale, messages })
  const lines = rows.map((row) => ({
    sentence: t(`news.kind.${row.kind}`, { who: row.who ?? t('news.system'), label: row.label, count: row.count }),
    facts: [row.customerName, formatInstant(row.happenedAt, locale, timeZone)].filter((fact) => fact !== null).join(' · '),
    href: `${address}${newsHref(row)}`,
  }))
  const stop = t('news.mail.stop')
  return {
    subject: t('news.mail.subject', { count: rows.length }),
    text: [...lines.map(({ sentence, facts, href }) => `${sentence}\n${facts}\n${href}`), stop].join('\n\n'),
    html: `${lines
      .map(({ sentence, facts, href }) => `<p><a href="${escapeHtml(href)}">${escapeHtml(sentence)}</a><br>${escapeHtml(facts)}</p>`)
      .join('')}<p style="color:#6b6b66">${escapeHtml(stop)}</p>`,
  }
}
