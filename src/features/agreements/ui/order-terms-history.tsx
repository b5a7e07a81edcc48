import { useTranslations } from 'next-intl'
import { initialsOf } from '@/core/initials'
import { Section } from '@/ui/section'
import { Timeline } from '@/ui/timeline'
import type { OrderTermsEvent } from '../queries/find-order-terms'
import { readTermsChange, type TermChange } from '../rules/read-terms-change'

type OrderTermsHistoryProps = { events: readonly OrderTermsEvent[] }

/** Who changed what about how a customer orders. */
export function OrderTermsHistory({ events }: OrderTermsHistoryProps) {
  const t = useTranslations('agreements')
  const sentence = ({ term, before, after }: TermChange) =>
    term === 'holidays'
      ? [after !== null && t('terms.holidaysAdded', { days: after }), before !== null && t('terms.holidaysRemoved', { days: before })]
          .filter(Boolean)
          .join('; ')
      : t('terms.changed', { term: t(`terms.term.${term}`), before: before ?? '–', after: after ?? '–' })
  const shown = events.flatMap((event) => {
    const changes = readTermsChange(event.before, event.after)
    const who = event.actorKind === 'job' ? null : { initials: initialsOf(event.actorName), name: event.actorName }
    return changes.length === 0 ? [] : [{ key: event.id, at: event.at, who, text: changes.map(sentence).join(' · ') }]
  })
  return (
    <Section title={t('terms.history')} id="history">
      {shown.length === 0 ? <p className="m">{t('terms.noHistory')}</p> : <Timeline events={shown} />}
    </Section>
  )
}
