import { useTranslations } from 'next-intl'
import { Section } from '@/ui/section'
import type { DeductionDetail } from '../queries/find-deduction'
import { DecisionForm } from './decision-form'
import { VerdictSteps } from './verdict-steps'

type VerdictSectionProps = { detail: DeductionDetail; canDecide: boolean }

/**
 * Is it valid, and how do we know: the arithmetic left, the sentence and the decision right.
 * The form has one place in the tree whether judged or not: a verdict that arrives while somebody types keeps the typing.
 */
export function VerdictSection({ detail, canDecide }: VerdictSectionProps) {
  const t = useTranslations('deductions')
  const { row, verdict } = detail
  const title = verdict ? t('verdictTitle', { verdict: t(`verdictNoun.${verdict.kind}`) }) : t('notJudged')
  const note = verdict ? t('sure', { percent: Math.round(verdict.confidencePpm / 10_000) }) : undefined
  return (
    <Section title={title} note={note} id="verdict">
      <div className={verdict ? 'grid gap-6 xl:grid-cols-[auto_minmax(0,1fr)]' : undefined}>
        {verdict && (
          <div>
            <VerdictSteps verdict={verdict} />
          </div>
        )}
        <div>
          {verdict ? <VerdictSentence detail={detail} verdict={verdict} /> : <p className="q">{t('notJudgedWhy')}</p>}
          {canDecide && row.open.minor > 0n && <DecisionForm row={row} machineVerdict={verdict?.kind ?? null} />}
        </div>
      </div>
    </Section>
  )
}

type VerdictSentenceProps = { detail: DeductionDetail; verdict: NonNullable<DeductionDetail['verdict']> }

/** What follows from the arithmetic, which papers are missing, and what a person has decided since. */
function VerdictSentence({ detail, verdict }: VerdictSentenceProps) {
  const t = useTranslations('deductions')
  return (
    <>
      <p className="concl">{t(`because.${verdict.because}`)}</p>
      {verdict.missing.length > 0 && (
        <p className="mt-2 due">{t('missingPapers', { papers: verdict.missing.map((paper) => t(`missingPaper.${paper}`)).join(', ') })}</p>
      )}
      {detail.decidedVerdict !== null && (
        <p className="mt-2 m">{t('decidedAs', { verdict: t(`verdict.${detail.decidedVerdict}`), reason: detail.decisionReason ?? '–' })}</p>
      )}
      {detail.rootCause !== null && <p className="mt-2 m">{t('rootCauseIs', { cause: t(`rootCause.${detail.rootCause}`) })}</p>}
    </>
  )
}
