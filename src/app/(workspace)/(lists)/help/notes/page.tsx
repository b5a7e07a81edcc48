import { getTranslations } from 'next-intl/server'
import { asCalendarDate } from '@/core/calendar-date'
import { DateText } from '@/ui/date-text'
import { Section } from '@/ui/section'
import { HelpFrame } from '../help-frame'

/** What changed for the people who work here, newest first. */
const RELEASES = [
  { on: asCalendarDate('2026-11-29'), points: ['running', 'ledger', 'given', 'audit'] },
  {
    on: asCalendarDate('2026-11-28'),
    points: ['find', 'safe', 'pins', 'lists', 'groups', 'causes', 'long', 'cells', 'phone', 'widths', 'filters'],
  },
] as const

export default async function NotesPage() {
  const t = await getTranslations('help')
  return (
    <HelpFrame current="notes">
      {RELEASES.map(({ on, points }) => (
        <Section key={on} title={<DateText value={on} style="long" />}>
          <ul className="max-w-[68ch] list-disc pl-5">
            {points.map((point) => (
              <li key={point} className="mt-2">
                {t(`note.${point}`)}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </HelpFrame>
  )
}
