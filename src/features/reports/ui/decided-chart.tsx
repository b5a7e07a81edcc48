import { useTranslations } from 'next-intl'
import { ColumnChart } from '@/ui/chart/column-chart'
import { Section } from '@/ui/section'
import type { DecidedWeek } from '../queries/find-decided-disputes'
import { weekNumber } from '../rules/report-week'

type DecidedChartProps = { weeks: readonly DecidedWeek[] }

/** Disputes decided per week: won filled, lost outlined, the share won above. */
export function DecidedChart({ weeks }: DecidedChartProps) {
  const t = useTranslations('reports')
  const current = weeks.at(-1)
  const isEmpty = weeks.every((week) => week.won + week.lost === 0)
  return (
    <Section
      title={t('insight.decided')}
      note={t('insight.decidedNote', { count: weeks.length })}
      end={
        current && (
          <>
            <span className="st">
              <i className="inline-block h-2.5 w-2.5 bg-done" /> {t('insight.won', { count: current.won })}
            </span>
            <span className="st">
              <i className="inline-block h-2.5 w-2.5 border border-text-3" /> {t('insight.lost', { count: current.lost })}
            </span>
          </>
        )
      }
    >
      {isEmpty ? (
        <p className="q">{t('insight.nothingDecided')}</p>
      ) : (
        <ColumnChart
          label={t('insight.decidedLabel', { from: weeks[0] ? weekNumber(weeks[0].week) : 0, to: current ? weekNumber(current.week) : 0 })}
          {...(current ? { current: current.week.label } : {})}
          columns={weeks.map(({ week, won, lost }) => ({
            key: week.label,
            label: t('insight.weekColumn', { week: weekNumber(week) }),
            filled: won,
            outlined: lost,
            ...(won + lost === 0 ? {} : { caption: `${Math.round((won * 100) / (won + lost))}%` }),
          }))}
        />
      )}
    </Section>
  )
}
