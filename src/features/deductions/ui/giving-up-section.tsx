import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { InstantText } from '@/ui/date-text'
import { KeyValues } from '@/ui/key-values'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { WaitingGivingUp } from '../queries/find-giving-up'
import { givingUpText } from './giving-up-text'

type GivingUpSectionProps = {
  waiting: WaitingGivingUp
  /** The buttons of whoever may decide; nothing for everybody else. */
  children: ReactNode
}

/** What waits for a second person, exactly as it would be done. */
export function GivingUpSection({ waiting, children }: GivingUpSectionProps) {
  const t = useTranslations('deductions')
  return (
    <Section title={t('givingUp.title')} note={t('givingUp.askedBy', { name: waiting.requestedByName ?? '–' })} id="approval">
      <KeyValues
        align="left"
        items={[
          { term: t('givingUp.asked'), value: givingUpText(waiting.content, t) },
          { term: t('givingUp.amount'), value: <MoneyText value={waiting.amount} /> },
          { term: t('reasonForChange'), value: waiting.content.reason || '–' },
          { term: t('givingUp.since'), value: <InstantText value={waiting.requestedAt} /> },
        ]}
      />
      <div className="mt-3">{children || <p className="m">{t('givingUp.needsSecond')}</p>}</div>
    </Section>
  )
}
