import { formatDate } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { VerdictDetail } from '../queries/find-deduction'
import { lastRepayment } from '../rules/judge-rededuction'
import type { Texts } from './texts'

/** The one sentence that follows from the arithmetic; it names the day and the document of a repayment where the verdict rests on one. */
export function becauseText(verdict: Pick<VerdictDetail, 'because' | 'steps' | 'citations'>, t: Texts, locale: Locale): string {
  const { on, citation } = lastRepayment(verdict)
  if (on === null) return t(`because.${verdict.because}`)
  const paper = t(`paper.${citation?.document ?? 'deduction'}`)
  const document = citation?.document === 'remittance' ? [paper, citation.number].filter(Boolean).join(' ') : (citation?.number ?? paper)
  return t(`because.${verdict.because}`, { date: formatDate(on, locale), document })
}
