import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { BarCell, barShare } from '@/ui/bar-cell'
import { DateText } from '@/ui/date-text'
import { MoneyList } from '@/ui/money-list'
import { Section } from '@/ui/section'
import type { DayOfDeadlines } from '../queries/find-week-deadlines'

type DeadlineDaysProps = { days: readonly DayOfDeadlines[]; today: CalendarDate }

/** The next days with what has to be filed on each; the bar compares the largest currency only. */
export function DeadlineDays({ days, today }: DeadlineDaysProps) {
  const t = useTranslations('reports')
  const leading = days.flatMap((day) => day.atRisk)[0]?.currency
  const minorOf = (day: DayOfDeadlines) => day.atRisk.find((amount) => amount.currency === leading)?.minor ?? 0n
  const largest = days.reduce((most, day) => (minorOf(day) > most ? minorOf(day) : most), 0n)
  return (
    <Section
      title={t('home.deadlines')}
      note={t('home.deadlinesNote')}
      end={
        <Link href="/deductions?tab=due" prefetch={false}>
          {t('home.all')}
        </Link>
      }
    >
      <table className="t" aria-label={t('home.deadlines')}>
        <thead>
          <tr>
            <th scope="col">{t('home.day')}</th>
            <th scope="col" className="r">
              {t('home.claims')}
            </th>
            <th scope="col" className="r">
              {t('home.atRisk')}
            </th>
            <th scope="col" className="w-28" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.on}>
              <td className={day.on === today ? 'b' : undefined}>
                <DateText value={day.on} style="weekday" />
                {day.on === today && <span className={day.count > 0 ? 'over md' : 'm'}> {t('home.today')}</span>}
              </td>
              <td className="r">
                {day.count === 0 ? (
                  <span className="q">0</span>
                ) : (
                  <Link className="figure" href={day.href} prefetch={false}>
                    {day.count}
                  </Link>
                )}
              </td>
              <td className="r">{day.atRisk.length === 0 ? <span className="q">–</span> : <MoneyList values={day.atRisk} rounded />}</td>
              <td>{minorOf(day) > 0n && <BarCell share={barShare(minorOf(day), largest)} isAccented={day.on === today} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
