import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/ui/section'
import type { PastCase } from '../queries/find-past-cases'
import { lessonHref } from './lesson-columns'
import { PastCases } from './past-cases'

type LastTimeSectionProps = { cases: readonly PastCase[]; customerCode: string; category: string }

/** What won last time for this customer and reason, and what did not. */
export function LastTimeSection({ cases, customerCode, category }: LastTimeSectionProps) {
  const t = useTranslations('disputes')
  const won = cases.filter((one) => one.outcome === 'won').length
  return (
    <Section
      title={t('lesson.lastTime')}
      {...(cases.length > 0 && { note: t('lesson.wonOf', { won, count: cases.length }) })}
      end={<Link href={lessonHref({ customerCode, category })}>{t('lesson.all')}</Link>}
      id="last-time"
    >
      {cases.length === 0 ? <p className="q">{t('lesson.noCases')}</p> : <PastCases cases={cases} name={t('lesson.lastTime')} />}
    </Section>
  )
}
