import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { StepTaken } from '../queries/find-steps-taken'
import type { OutcomeKind } from '../rules/deduction'

/** Where each kind of thing that was set going is worked on. */
export const OUTCOME_PLACE: Readonly<Record<OutcomeKind, (id: string) => string>> = {
  dispute: (id) => `/disputes/${id}`,
  'credit-memo': () => '/postings',
  'write-off': () => '/postings',
  'carrier-claim': (id) => `/freight-claims/${id}`,
  sales: () => '/tasks?view=all',
}

type OutcomeSectionProps = { steps: readonly StepTaken[]; end: ReactNode }

/** What was set going for this deduction: dispute, credit memo, write-off, claim on the carrier, back to sales; each where it stands. */
export function OutcomeSection({ steps, end }: OutcomeSectionProps) {
  const t = useTranslations('deductions')
  return (
    <Section title={t('outcome.title')} note={t('outcome.note')} end={end} id="outcomes">
      {steps.length === 0 ? (
        <p className="q">{t('outcome.none')}</p>
      ) : (
        <table className="t" aria-label={t('outcome.title')}>
          <tbody>
            {steps.map((step) => (
              <tr key={step.id}>
                <td>
                  <Link href={OUTCOME_PLACE[step.kind](step.id)}>{t(`outcome.kind.${step.kind}`)}</Link>
                </td>
                <td>{t(`outcome.state.${step.state}`)}</td>
                <td className="m">
                  <DateText value={step.on} />
                </td>
                <td className="m whitespace-normal">{step.note}</td>
                <td className="r">{step.amount && <MoneyText value={step.amount} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
