import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { initialsOf } from '@/core/initials'
import { Section } from '@/ui/section'
import { Timeline } from '@/ui/timeline'
import type { DifferenceEvent } from '../queries/find-difference-history'
import { type HistoryWord, readHistory } from '../rules/read-history'
import { differenceValueText } from './difference-value-text'

type DifferenceHistoryProps = { field: string; events: readonly DifferenceEvent[] }

/** Everything that happened to a difference, also before it came back. */
export function DifferenceHistory({ field, events }: DifferenceHistoryProps) {
  const t = useTranslations('reconciliation')
  const text = (word: HistoryWord) => {
    const value = (side: string | undefined) => (side === undefined || side === '' ? '…' : differenceValueText(field, side, t))
    return t(`history.${word.word}`, { sap: value(word.sap), other: value(word.other), text: word.text ?? '' })
  }
  const shown = events.flatMap((event) => {
    const word = readHistory(event)
    const who = event.actorKind === 'job' ? null : { initials: initialsOf(event.actorName), name: event.actorName }
    return word === null
      ? []
      : [
          {
            key: event.id,
            at: event.at,
            who,
            text: text(word),
            action: event.document_id && <Link href={`/documents/${event.document_id}`}>{t('history.openMail')}</Link>,
          },
        ]
  })
  return (
    <Section title={t('historyTitle')} id="history">
      <Timeline events={shown} />
    </Section>
  )
}
