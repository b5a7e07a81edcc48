import { useTranslations } from 'next-intl'
import { Section } from '@/ui/section'
import type { DeductionDetail } from '../queries/find-deduction'
import { DecisionForm } from './decision-form'
import { VerdictSteps } from './verdict-steps'

type VerdictSectionProps = { detail: DeductionDetail; canDecide: boolean }

/** Is it valid, and how do we know: the arithmetic left, the sentence and the decision right. */
export function VerdictSection({ detail, canDecide }: VerdictSectionProps) {
  const t = useTranslations('deductions')
  const { row, verdict } = detail
  if (!verdict) {
    return (
      <Section title={t('notJudged')} id="verdict">
        <p className="q">{t('notJudgedWhy')}</p>
        {canDecide && <DecisionForm row={row} machineVerdict={null} />}
      </Section>
    )
  }
  const sure = t('sure', { percent: Math.round(verdict.confidencePpm / 10_000) })
  return (
    <Section title={t('verdictTitle', { verdict: t(`verdictNoun.${verdict.kind}`) })} note={sure} id="verdict">
      <div className="grid gap-6 xl:grid-cols-[auto_minmax(0,1fr)]">
        <div>
          <VerdictSteps verdict={verdict} />
        </div>
        <div>
          <p className="concl">{t(`because.${verdict.because}`)}</p>
          {verdict.missing.length > 0 && (
            <p className="mt-2 due">
              {t('missingPapers', { papers: verdict.missing.map((paper) => t(`missingPaper.${paper}`)).join(', ') })}
            </p>
          )}
          {detail.decidedVerdict !== null && (
            <p className="mt-2 m">
              {t('decidedAs', { verdict: t(`verdict.${detail.decidedVerdict}`), reason: detail.decisionReason ?? '–' })}
            </p>
          )}
          {detail.rootCause !== null && <p className="mt-2 m">{t('rootCauseIs', { cause: t(`rootCause.${detail.rootCause}`) })}</p>}
          {canDecide && row.open.minor > 0n && <DecisionForm row={row} machineVerdict={verdict.kind} />}
        </div>
      </div>
    </Section>
  )
}
