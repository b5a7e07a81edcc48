import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { DateText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { Section } from '@/ui/section'
import type { FreightClaimRow } from '../queries/find-freight-claims'

type FreightClockProps = { claim: FreightClaimRow; today: CalendarDate }

type Step = { key: string; by: CalendarDate | null; on: CalendarDate | null; note: string | null }

/** Every step with its last day and the day it happened, and the rule each last day comes from. */
export function FreightClock({ claim, today }: FreightClockProps) {
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
              <td>{step.by !== null && <DateText value={step.by} style="weekday" />}</td>
              <td>
                {step.on === null ? (
                  step.by !== null && <DeadlineText dueOn={step.by} today={today} />
                ) : (
                  <DateText value={step.on} style="weekday" />
                )}
              </td>
              <td className="m whitespace-normal">{step.note ?? t(`freight.rule.${step.key}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
