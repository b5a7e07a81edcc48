import { useLocale, useTranslations } from 'next-intl'
import { parseCalendarDate } from '@/core/calendar-date'
import { initialsOf } from '@/core/initials'
import { formatDate, formatMoney, joinList } from '@/i18n/formats'
import { Section } from '@/ui/section'
import { Timeline } from '@/ui/timeline'
import type { OrderTermsEvent } from '../queries/find-order-terms'
import { readTermsChange, type TermChange } from '../rules/read-terms-change'

type OrderTermsHistoryProps = { events: readonly OrderTermsEvent[]; currency: string }

/** Who changed what about how a customer orders. */
export function OrderTermsHistory({ events, currency }: OrderTermsHistoryProps) {
  const t = useTranslations('agreements')
  const sentencesOf = useSentences(currency)
  const shown = events.flatMap((event) => {
    const changes = readTermsChange(event.before, event.after)
    const who = event.actorKind === 'job' ? null : { initials: initialsOf(event.actorName), name: event.actorName }
    return changes.length === 0 ? [] : [{ key: event.id, at: event.at, who, text: changes.flatMap(sentencesOf).join(' · ') }]
  })
  return (
    <Section title={t('terms.history')} id="history">
      {shown.length === 0 ? <p className="m">{t('terms.noHistory')}</p> : <Timeline events={shown} />}
    </Section>
  )
}

/** Says a change in the reader's language: days, money and languages as they stand on the page above. */
function useSentences(currency: string): (change: TermChange) => string[] {
  const t = useTranslations('agreements')
  const locale = useLocale()
  const dayText = (text: string) => {
    const day = parseCalendarDate(text)
    return day === null ? text : formatDate(day, locale)
  }
  const valueText = (term: TermChange['term'], value: string | null) => {
    if (value === null) return '–'
    if (term === 'minimum_minor') return formatMoney({ minor: value, currency }, locale)
    if (term === 'reply_locale') return t(`terms.locale.${value}`)
    return term === 'checked_on' ? dayText(value) : value
  }
  return (change) => {
    if (change.term !== 'holidays') {
      const { term, before, after } = change
      return [t('terms.changed', { term: t(`terms.term.${term}`), before: valueText(term, before), after: valueText(term, after) })]
    }
    const { come, gone } = change
    return [
      ...(come.length > 0 ? [t('terms.holidaysAdded', { days: joinList(come.map(dayText), locale) })] : []),
      ...(gone.length > 0 ? [t('terms.holidaysRemoved', { days: joinList(gone.map(dayText), locale) })] : []),
    ]
  }
}
