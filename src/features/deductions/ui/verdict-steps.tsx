import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { placeText } from '@/ui/place-text'
import type { VerdictDetail } from '../queries/find-deduction'
import type { Citation, Step } from '../rules/verdict'
import { StepUnitText, StepValueText } from './step-value'

type VerdictStepsProps = { verdict: VerdictDetail; isShort?: boolean }

/** The verdict as a small table a person can check with a finger: figure, unit, and the document it stands in. */
export function VerdictSteps({ verdict, isShort = false }: VerdictStepsProps) {
  const t = useTranslations('deductions')
  return (
    <table className="t" aria-label={t('arithmetic')}>
      <tbody>
        {verdict.steps.map((step, index) => {
          const citation = step.cite === null ? undefined : verdict.citations[step.cite]
          return (
            <tr key={`${step.label} ${index}`} className={step.working === null ? undefined : 'dif'}>
              <td>{t(`step.${step.label}`)}</td>
              <td className="r b">
                <StepValueText value={step.value} />
              </td>
              {!isShort && (
                <td className="q">
                  <StepUnitText value={step.value} />
                </td>
              )}
              <td className="r">
                {step.working ? <Working working={step.working} /> : citation && <CitationText citation={citation} isShort={isShort} />}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type WorkingProps = { working: NonNullable<Step['working']> }

function Working({ working }: WorkingProps) {
  return (
    <span className="nw">
      <StepValueText value={working.left} /> {working.operator} <StepValueText value={working.right} />
    </span>
  )
}

type CitationTextProps = { citation: Citation; isShort: boolean }

/** Where a figure stands: the paper, its number and line, and what is written there. */
function CitationText({ citation, isShort }: CitationTextProps) {
  const t = useTranslations('deductions')
  const paper = t(`paper.${citation.document}`)
  const place = [citation.number, citation.line === null ? null : t('lineNo', { line: citation.line })].filter(Boolean).join(', ')
  const text = isShort ? paper : `${paper} ${place}`.trim()
  const isFile = citation.document === 'proof-of-delivery' || citation.document === 'bill-of-lading'
  const kit = useTranslations('ui')
  const title = [citation.says, citation.position === null ? null : placeText(kit, citation.position)].filter(Boolean).join(' · ')
  if (isFile && citation.id !== null) {
    return (
      <a href={`/documents/${citation.id}`} title={title}>
        {text}
      </a>
    )
  }
  if (citation.id !== null && citation.position !== null) {
    const query = new URLSearchParams({ position: citation.position })
    return (
      <Link className="m" href={`/imports/record/${citation.document}/${citation.id}?${query.toString()}`} title={title} prefetch={false}>
        {text}
      </Link>
    )
  }
  return (
    <span className="m" title={title}>
      {text}
    </span>
  )
}
