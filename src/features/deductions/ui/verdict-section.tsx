import { useLocale, useTranslations } from 'next-intl'
import { Section } from '@/ui/section'
import type { CauseRow } from '../queries/find-causes'
import type { DeductionDetail } from '../queries/find-deduction'
import { calibrate, type Outcomes } from '../rules/calibrate'
import type { VerdictKind } from '../rules/verdict'
import { becauseText } from './because-text'
import { causeChoices } from './cause-name'
import { CauseNote } from './cause-note'
import { DecisionForm } from './decision-form'
import { LackingPapers } from './lacking-papers'
import type { Texts } from './texts'
import { VerdictSteps } from './verdict-steps'

type VerdictSectionProps = { detail: DeductionDetail; outcomes: Outcomes; causes: readonly CauseRow[]; canDecide: boolean }

/**
 * Is it valid, and how do we know: the arithmetic left, the sentence and the decision right.
 * What a person decided is said whether judged or not, and the form has one place in the tree: a verdict that arrives while
 * somebody types keeps the typing.
 */
export function VerdictSection({ detail, outcomes, causes, canDecide }: VerdictSectionProps) {
  const t = useTranslations('deductions')
  const { row, verdict } = detail
  const choices = causeChoices(causes, useLocale())
  const title = verdict ? t('verdictTitle', { verdict: t(`verdictNoun.${verdict.kind}`) }) : t('notJudged')
  return (
    <Section title={title} note={verdict === null ? undefined : howSure(verdict, t)} id="verdict">
      <div className={verdict ? 'grid gap-6 xl:grid-cols-[minmax(0,auto)_minmax(15rem,1fr)]' : undefined}>
        {verdict && (
          <div>
            <VerdictSteps verdict={verdict} />
          </div>
        )}
        <div>
          {verdict ? (
            <VerdictSentence verdict={verdict} outcomes={outcomes} unread={detail.unread} />
          ) : (
            <p className="q">{t('notJudgedWhy')}</p>
          )}
          {detail.decidedVerdict !== null && (
            <p className="mt-2 m">
              {t('decidedAs', { verdict: t(`verdict.${detail.decidedVerdict}`), reason: detail.decisionReason ?? '–' })}
            </p>
          )}
          <CauseNote detail={detail} />
          {canDecide && row.open.minor > 0n && <DecisionForm row={row} machineVerdict={verdict?.kind ?? null} causes={choices} />}
        </div>
      </div>
    </Section>
  )
}

type VerdictSentenceProps = { verdict: NonNullable<DeductionDetail['verdict']>; outcomes: Outcomes; unread: DeductionDetail['unread'] }

/** What follows from the arithmetic, how often such a verdict proved right, and which papers are missing. */
function VerdictSentence({ verdict, outcomes, unread }: VerdictSentenceProps) {
  const t = useTranslations('deductions')
  return (
    <>
      <p className="concl">{becauseText(verdict, t, useLocale())}</p>
      {isClaimed(verdict.kind) && outcomes.cases > 0 && (
        <p className="mt-2 m">
          {t('calibrated', {
            count: outcomes.cases,
            right: percentOf((1_000_000 * outcomes.right) / outcomes.cases),
            percent: percentOf(calibrate(verdict.confidencePpm, outcomes)),
          })}
        </p>
      )}
      <LackingPapers missing={verdict.missing} unread={unread} />
    </>
  )
}

/** How sure the rule is, as the list says it; a verdict that decides nothing says how much it lacks instead. */
function howSure(verdict: NonNullable<DeductionDetail['verdict']>, t: Texts): string | undefined {
  if (verdict.kind === 'undecided') return verdict.missing.length === 0 ? undefined : t('missingCount', { count: verdict.missing.length })
  return t('sure', { percent: percentOf(verdict.confidencePpm) })
}

/** A verdict that says the customer owes us something can be proved right or wrong by its answer. */
function isClaimed(verdict: VerdictKind): boolean {
  return verdict === 'invalid' || verdict === 'partly' || verdict === 'duplicate'
}

function percentOf(ppm: number): number {
  return Math.round(ppm / 10_000)
}
