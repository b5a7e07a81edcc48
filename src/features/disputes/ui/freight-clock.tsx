import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { dayStyle } from '@/i18n/formats'
import { DateText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { Section } from '@/ui/section'
import type { FreightClaimRow } from '../queries/find-freight-claims'
import type { FreightProof } from '../queries/find-freight-proofs'
import type { FreightProofStep } from '../rules/freight-claim'

type FreightClockProps = { claim: FreightClaimRow; proofs: readonly FreightProof[]; today: CalendarDate }

// Whatever the carrier said after it acknowledged is its answer.
const STEP_OF: Readonly<Record<FreightProofStep, string>> = {
  notice: 'notice',
  filing: 'filing',
  acknowledged: 'acknowledgement',
  offered: 'answer',
  paid: 'answer',
  declined: 'answer',
}

type Step = { key: string; by: CalendarDate | null; on: CalendarDate | null; note: string | null }

/** Every step with its last day and the day it happened, and the rule each last day comes from. */
export function FreightClock({ claim, proofs, today }: FreightClockProps) {
  const t = useTranslations('disputes')
  const steps: Step[] = [
    { key: 'delivered', by: null, on: claim.deliveredOn ?? claim.shippedOn, note: null },
    ...(claim.noticeBy === null ? [] : [{ key: 'notice', by: claim.noticeBy, on: claim.noticedOn, note: null }]),
    { key: 'filing', by: claim.fileBy, on: claim.filedOn, note: claim.lateReason },
    { key: 'acknowledgement', by: claim.acknowledgeBy, on: claim.acknowledgedOn, note: null },
    { key: 'answer', by: claim.answerBy, on: claim.answeredOn, note: claim.answerNote },
    ...(claim.sueBy === null ? [] : [{ key: 'suit', by: claim.sueBy, on: null, note: null }]),
  ]
  return (
    <Section title={t('freight.clock')} note={t('freight.clockNote')}>
      <table className="t" aria-label={t('freight.clock')}>
        <tbody>
          {steps.map((step) => (
            <tr key={step.key}>
              <td>{t(`freight.step.${step.key}`)}</td>
              <td>{step.by !== null && <DateText value={step.by} style={dayStyle(step.by, today)} />}</td>
              <td>
                {step.on === null ? (
                  step.by !== null && <DeadlineText dueOn={step.by} today={today} />
                ) : (
                  <DateText value={step.on} style={dayStyle(step.on, today)} />
                )}
              </td>
              <td className="m whitespace-normal">{step.note ?? t(`freight.rule.${step.key}`)}</td>
              <td>
                {proofs
                  .filter((proof) => STEP_OF[proof.step] === step.key)
                  .map((proof) => (
                    <span key={`${proof.documentId} ${proof.step}`} className="block" title={proof.addedByName ?? undefined}>
                      <Link href={`/documents/${proof.documentId}`}>{proof.fileName}</Link>
                    </span>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
