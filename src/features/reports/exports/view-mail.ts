import { createTranslator, type Messages } from 'use-intl/core'
import { escapeHtml } from '@/core/escape-html'
import { ALL_MESSAGES } from '@/i18n/all-messages'
import { formatDate, formatMoney } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { DigestRow, ViewDigest } from '../queries/find-view-digest'

type ViewMail = { subject: string; text: string; html: string }

/** A view as a mail in the reader's language: count and sums, the first rows, the way to the list. */
export function viewMail(view: { name: string; href: string }, digest: ViewDigest, locale: Locale): ViewMail {
  const messages: Messages = ALL_MESSAGES[locale]
  const t = createTranslator({ locale, messages })
  const sums = digest.sums.map((sum) => formatMoney(sum.amount, locale)).join(' · ')
  const lead = [t('reports.viewMail.count', { count: digest.count }), sums].filter((part) => part !== '').join(', ')
  const head = (['name', 'customer', 'what', 'amount', 'due'] as const).map((column) => t(`reports.viewMail.${column}`))
  const rows = digest.rows.map((row) => cellsOf(row))
  const more = digest.count > rows.length ? t('reports.viewMail.more', { count: digest.count - rows.length }) : ''
  const stop = t('reports.viewMail.stop')
  return {
    subject: t('reports.viewMail.subject', { name: view.name, count: digest.count }),
    text: [lead, rows.map((cells) => cells.filter((cell) => cell !== '').join(' · ')).join('\n'), more, view.href, stop]
      .filter((part) => part !== '')
      .join('\n\n'),
    html: `<p>${escapeHtml(lead)}</p>${tableOf(head, rows)}${more === '' ? '' : `<p>${escapeHtml(more)}</p>`}<p><a href="${escapeHtml(view.href)}">${escapeHtml(
      t('reports.viewMail.open'),
    )}</a></p><p style="color:#6b6b66">${escapeHtml(stop)}</p>`,
  }

  function cellsOf(row: DigestRow): string[] {
    return [
      row.name,
      row.customer,
      row.what.map((key) => t(key)).join(t('reports.viewMail.comma')),
      row.amount === null ? '' : formatMoney(row.amount, locale),
      row.dueOn === null ? '' : formatDate(row.dueOn, locale),
    ]
  }
}

// Mail programs know no style sheets: what matters stands at the cells.
function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const style = (at: number) => ` style="padding:4px 12px 4px 0;border-bottom:1px solid #e2e2de;text-align:${at === 3 ? 'right' : 'left'}"`
  const line = (tag: 'td' | 'th', cells: readonly string[]) =>
    `<tr>${cells.map((cell, at) => `<${tag}${style(at)}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
  return `<table style="border-collapse:collapse;font:14px sans-serif">${line('th', head)}${rows.map((cells) => line('td', cells)).join('')}</table>`
}
