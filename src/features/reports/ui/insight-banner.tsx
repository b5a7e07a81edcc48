import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { DateText } from '@/ui/date-text'
import { Icon } from '@/ui/icon'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { StatusMark } from '@/ui/status-mark'
import { type ReportWeek, shiftWeek, weekNumber } from '../rules/report-week'
import { type RollForward, rollForwardGap } from '../rules/roll-forward'
import { insightHref } from './insight-hrefs'

type InsightBannerProps = { week: ReportWeek; today: CalendarDate; rolls: readonly RollForward[]; currency: string }

/** Which week, whether it adds up to the cent, which currency, and the weeks beside it. */
export function InsightBanner({ week, today, rolls, currency }: InsightBannerProps) {
  const t = useTranslations('reports')
  const roll = rolls.find((one) => one.currency === currency)
  const gap = roll ? rollForwardGap(roll) : 0n
  const before = shiftWeek(week, -1)
  const after = shiftWeek(week, 1)
  return (
    <div className="banner">
      <StatusMark shape={gap === 0n ? 'fixed' : 'overdue'} tone={gap === 0n ? 'done' : 'over'} strong>
        {t(gap === 0n ? 'insight.addsUp' : 'insight.doesNotAddUp')}
      </StatusMark>
      <span>
        {t('insight.week', { week: weekNumber(week) })}
        {t('insight.comma')}
        {t.rich('insight.span', { from: () => <DateText value={week.from} />, to: () => <DateText value={week.to} /> })}
        {today <= week.to && <span className="m"> {t('insight.running')}</span>}
      </span>
      <span className="q max-[820px]:hidden">|</span>
      <span className="m">
        {t('insight.difference')} <MoneyText value={{ minor: gap, currency }} zero="full" strong />
      </span>
      {rolls.length > 1 && (
        <>
          <span className="q max-[820px]:hidden">|</span>
          <nav className="row" aria-label={t('insight.currency')}>
            {rolls.map((one) => (
              <Link
                key={one.currency}
                href={insightHref(week, one.currency)}
                aria-current={one.currency === currency ? 'true' : undefined}
                className={one.currency === currency ? 'b' : 'm'}
                scroll={false}
              >
                {one.currency}
              </Link>
            ))}
          </nav>
        </>
      )}
      <span className="sp" />
      <LinkButton kind="ghost" icon={<Icon name="left" />} href={insightHref(before, currency)}>
        {t('insight.weekShort', { week: weekNumber(before) })}
      </LinkButton>
      {after.from <= today && (
        <LinkButton kind="ghost" href={insightHref(after, currency)}>
          {t('insight.weekShort', { week: weekNumber(after) })}
          <Icon name="right" />
        </LinkButton>
      )}
    </div>
  )
}
