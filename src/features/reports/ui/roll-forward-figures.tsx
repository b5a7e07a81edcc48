import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '@/i18n/formats'
import { type Figure, Figures } from '@/ui/figures'
import { MoneyText } from '@/ui/money-text'
import type { ReportWeek } from '../rules/report-week'
import { type Flow, type RollForward, rollForwardCountGap } from '../rules/roll-forward'
import { movementsHref, takenHref } from './insight-hrefs'

type RollForwardFiguresProps = { roll: RollForward; before: RollForward | undefined; week: ReportWeek }

/** Open, plus new, less recovered, accepted and expired, is open: six figures that add up, each opens its rows. */
export function RollForwardFigures({ roll, before, week }: RollForwardFiguresProps) {
  const t = useTranslations('reports')
  const locale = useLocale()
  const { currency } = roll
  const figure = (flow: Flow, href: string) => (
    <Link href={href}>
      <MoneyText value={{ minor: flow.minor, currency }} zero="full" />
    </Link>
  )
  const claims = (flow: Flow) => t('insight.claims', { count: flow.count })
  const change = roll.openAfter.minor - roll.openBefore.minor
  const items: Figure[] = [
    {
      key: 'open-before',
      term: t('insight.openOn', { day: formatDate(week.from, locale, 'short') }),
      value: figure(roll.openBefore, movementsHref('open-before', week, currency)),
      note: claims(roll.openBefore),
    },
    { key: 'taken', term: t('insight.new'), sign: '+', value: figure(roll.taken, takenHref(week, currency)), note: claims(roll.taken) },
    {
      key: 'recovered',
      term: t('insight.recovered'),
      sign: '−',
      value: figure(roll.recovered, movementsHref('recovered', week, currency)),
      note: claims(roll.recovered),
      tone: roll.recovered.minor > 0n ? 'done' : 'plain',
    },
    {
      key: 'accepted',
      term: t('insight.accepted'),
      sign: '−',
      value: figure(roll.accepted, movementsHref('accepted', week, currency)),
      note: claims(roll.accepted),
    },
    {
      key: 'expired',
      term: t('insight.expired'),
      sign: '−',
      value: figure(roll.expired, movementsHref('expired', week, currency)),
      note: (
        <>
          {claims(roll.expired)}
          {t('insight.comma')}
          {t('insight.lastWeek')} <MoneyText value={{ minor: before?.expired.minor ?? 0n, currency }} zero="full" />
        </>
      ),
      tone: roll.expired.minor > 0n ? 'over' : 'plain',
    },
    {
      key: 'open-after',
      term: t('insight.openOn', { day: formatDate(week.to, locale, 'short') }),
      sign: '=',
      value: figure(roll.openAfter, movementsHref('open-after', week, currency)),
      note: (
        <>
          {claims(roll.openAfter)}
          {t('insight.comma')}
          {t(change >= 0n ? 'insight.up' : 'insight.down')}{' '}
          <MoneyText value={{ minor: change < 0n ? -change : change, currency }} zero="full" />
        </>
      ),
    },
  ]
  const gap = Math.abs(rollForwardCountGap(roll))
  return (
    <>
      <Figures items={items} />
      {gap > 0 && <p className="m mt-2">{t('insight.countsApart', { count: gap })}</p>}
    </>
  )
}
