import { asCalendarDate } from '@/core/calendar-date'
import { formatDate, formatMoney, formatNumber, joinTerm } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { ReplyFacts, ReplyLine } from '../queries/find-reply'
import { readStepFigure } from '../rules/exception-step'
import { replyToLine } from '../rules/reply-codes'
import { confirmedValues } from '../rules/reply-values'
import type { Texts } from './texts'

export type ReplyText = { subject: string; text: string }

/** The reply to an order as a mail in the customer's language: what we confirm, what we hold, what we ask to be changed. */
export function replyText(facts: ReplyFacts, t: Texts, locale: Locale, company: string): ReplyText {
  const lines = facts.lines.map((line) => lineText(facts, line, t, locale))
  const subject = t('reply.subject', { po: facts.po_number })
  const intro = t('reply.intro', {
    po: facts.po_number,
    date: facts.ordered_on === null ? '' : formatDate(facts.ordered_on, locale),
  })
  return { subject, text: [t('reply.hello'), '', intro, '', ...lines, '', t('reply.close'), '', company].join('\n') }
}

function lineText(facts: ReplyFacts, line: ReplyLine, t: Texts, locale: Locale): string {
  const { quantity, priceMicros } = confirmedValues({ quantity: line.quantity, priceMicros: line.price_micros }, line.exceptions)
  const item = [line.customer_item, line.description].filter(Boolean).join(' ')
  const price = priceMicros === null ? '' : formatMoney({ minor: priceMicros / 10_000n, currency: facts.currency }, locale)
  const head = t('reply.line', { line: line.line, item, quantity: formatNumber(quantity, locale), unit: line.unit, price })
  const why = line.exceptions
    .filter(({ state }) => state !== 'resolved' && state !== 'released')
    .map((one) => {
      const value = (text: string | null) => figureText(one.field, text, facts.currency, locale)
      const differs = t('reply.differs', { kind: t(`kind.${one.kind}`), expected: value(one.expected), actual: value(one.actual) })
      return `   ${differs}${one.reason ? ` ${one.reason}` : ''}`
    })
  return [joinTerm(head, t(`reply.code.${replyToLine(line.exceptions)}`), locale), ...why].join('\n')
}

function figureText(field: string, text: string | null, currency: string, locale: Locale): string {
  const figure = readStepFigure(field, text)
  if (figure === null) return '–'
  switch (figure.type) {
    case 'price':
      return formatMoney({ minor: figure.micros / 10_000n, currency }, locale)
    case 'money':
      return formatMoney({ minor: figure.minor, currency }, locale)
    case 'quantity':
      return formatNumber(figure.quantity, locale)
    case 'date':
      return formatDate(asCalendarDate(figure.date), locale)
    default:
      return text ?? '–'
  }
}
