import { createTranslator, type Messages } from 'use-intl/core'
import { type Money } from '@/core/money'
import { ALL_MESSAGES } from '@/i18n/all-messages'
import { formatMoney } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { EvidenceKind } from '../rules/evidence-needed'

/** What a request for a paper is about: the numbers by which a department looks it up. */
export type RequestFacts = {
  evidence: EvidenceKind
  claim: string
  customer: string
  amount: Money
  poNumber: string | null
  invoiceNumber: string | null
  delivery: string | null
  carrier: string | null
  pro: string | null
  bol: string | null
}

/** A request for a missing paper in the language of those who are asked: title and text. */
export function requestText(facts: RequestFacts, locale: Locale): { title: string; body: string } {
  const messages: Messages = ALL_MESSAGES[locale]
  const t = createTranslator({ locale, messages })
  const paper = t(`tasks.kind.${facts.evidence}`)
  const numbers = [
    ['po', facts.poNumber],
    ['invoice', facts.invoiceNumber],
    ['delivery', facts.delivery],
    ['carrier', facts.carrier],
    ['pro', facts.pro],
    ['bol', facts.bol],
  ] as const
  const lines = numbers.flatMap(([name, value]) => (value === null || value === '' ? [] : [`${t(`tasks.fact.${name}`)}: ${value}`]))
  return {
    title: t('deductions.request.title', { paper, claim: facts.claim }),
    body: [t('deductions.request.why', { customer: facts.customer, amount: formatMoney(facts.amount, locale), paper }), ...lines].join(
      '\n',
    ),
  }
}
