import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { joinParts } from '@/i18n/formats'
import { placeText } from '@/ui/place-text'
import type { VerdictDetail } from '../queries/find-deduction'
import { citedAddress } from '../rules/cited-place'
import type { Citation, Step } from '../rules/verdict'
import { StepUnitText, StepValueText, StepWorking } from './step-value'

type VerdictStepsProps = { verdict: Pick<VerdictDetail, 'steps' | 'citations'>; isShort?: boolean; label?: string }

/** The verdict as a small table a person can check with a finger: figure, unit, and the document it stands in. */
export function VerdictSteps({ verdict, isShort = false, label }: VerdictStepsProps) {
  const t = useTranslations('deductions')
  return (
    <table className="t" aria-label={label ?? t('arithmetic')}>
      <tbody>
        {verdict.steps.map((step, index) => {
          const citation = step.cite === null ? undefined : verdict.citations[step.cite]
          return (
            <tr key={`${step.label} ${index}`} className={step.working === null ? undefined : 'dif'}>
              <td>{t(`step.${step.label}`)}</td>
              <td className="r b">
                <StepValueText value={step.value} label={step.label} />
              </td>
              {!isShort && (
                <td className="q">
                  <StepUnitText value={step.value} />
                </td>
              )}
              <td className={isShort ? 'r whitespace-normal [&_.nw]:whitespace-normal' : 'r'}>
                {step.working ? (
                  <StepWorking working={step.working} />
                ) : (
                  citation && <CitationText citation={citation} step={step} isShort={isShort} />
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type CitationTextProps = { citation: Citation; step: Step; isShort: boolean }

/** Where a figure stands: the paper, its number and line; opens the file at that place. */
function CitationText({ citation, step, isShort }: CitationTextProps) {
  const t = useTranslations('deductions')
  const kit = useTranslations('ui')
  const paper = t(`paper.${citation.document}`)
  const locale = useLocale()
  const place = joinParts([citation.number ?? null, citation.line === null ? null : t('lineNo', { line: citation.line })], locale)
  const text = isShort ? paper : `${paper} ${place}`.trim()
  const title = [citation.says, citation.position === null ? null : placeText(kit, citation.position)].filter(Boolean).join(' · ')
  const address = citedAddress(citation, step)
  if (address === null)
    return (
      <span className="m" title={title}>
        {text}
      </span>
    )
  return (
    <Link className="m" href={address} title={title} prefetch={false}>
      {text}
    </Link>
  )
}
