import { useLocale, useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { DeadlineText } from '@/ui/deadline-text'
import { EvidenceList } from '@/ui/evidence-list'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { SignalRow } from '../queries/find-signals'
import { AskAboutSignalButton } from './ask-about-signal-button'
import { signalName } from './signal-columns'
import { signalFacts } from './signal-facts'

type OrderSignalsSectionProps = { signals: readonly SignalRow[]; today: CalendarDate; canAsk: boolean }

/** What is late or missing on one order, the nearest clock first; nothing when every step is in time. */
export function OrderSignalsSection({ signals, today, canAsk }: OrderSignalsSectionProps) {
  const t = useTranslations('shipments')
  const teams = useTranslations('tasks')
  const locale = useLocale()
  if (signals.length === 0) return null
  return (
    <Section title={t('signal.title')} note={t('signal.count', { count: signals.length })} id="signals">
      <EvidenceList
        items={signals.map((row) => ({
          key: row.id,
          shape: row.state === 'asked' ? ('partly' as const) : ('none' as const),
          isMissing: true,
          title: (
            <a href={`/signals?state=all&peek=${row.id}`}>
              {t(`signal.kind.${row.kind}`)} <MoneyText value={{ minor: row.at_stake_minor, currency: row.currency }} />
            </a>
          ),
          note: (
            <>
              <DeadlineText dueOn={row.due_on} today={today} style="full" /> · {teams(`teams.${row.owner_team}`)}
            </>
          ),
          ...(canAsk && row.state === 'open'
            ? {
                action: (
                  <AskAboutSignalButton
                    signalId={row.id}
                    kind={row.kind}
                    about={signalName(row)}
                    team={teams(`teams.${row.owner_team}`)}
                    facts={signalFacts(row, t, locale)}
                    isSmall
                  />
                ),
              }
            : {}),
        }))}
      />
    </Section>
  )
}
