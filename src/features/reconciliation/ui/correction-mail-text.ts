import { formatDate, joinTerm } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { DifferenceDetail } from '../queries/find-difference'
import { differenceName } from './difference-name'
import { differenceValueText } from './difference-value-text'
import { correctionText } from './proposed-correction'
import type { Texts } from './texts'

export type CorrectionMailText = { subject: string; text: string }

type MailOptions = {
  row: DifferenceDetail['row']
  t: Texts & { has: (key: string) => boolean }
  locale: Locale
  company: string
  address: string | null
}

/** The request as a mail in the reader's language: to a team with the proposed correction, to a customer with what we ask them. */
export function correctionMailText({ row, t, locale, company, address }: MailOptions, isPartner: boolean): CorrectionMailText {
  const name = differenceName(row)
  const about = row.line === null ? name : `${name} ${t('lineNo', { line: row.line })}`
  const kind = t(`kind.${row.kind}`)
  const values = {
    sap: differenceValueText(row.field, row.sap_value, t),
    other: differenceValueText(row.field, row.other_value, t),
    source: t(`source.${row.other_source ?? 'sap'}`),
  }
  const due = row.due_on === null ? '' : t('mail.due', { date: formatDate(row.due_on, locale) })
  const lines = isPartner
    ? [t('mail.partnerDiffers', { kind, about, ...values }), '', t('mail.partnerAsk'), due]
    : [t('mail.differs', { kind, about, ...values }), '', joinTerm(t('proposal'), correctionText(row, t), locale), due, address ?? '']
  const text = [t('mail.hello'), '', ...lines, '', t('mail.close'), '', company].join('\n').replace(/\n{3,}/g, '\n\n')
  return { subject: t('mail.subject', { kind, about }), text }
}
