import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { formatMoney, formatNumber, formatPercent } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import { classNames } from '@/ui/class-names'
import { KeyValues } from '@/ui/key-values'
import { MoneyText } from '@/ui/money-text'
import type { Priority } from '../queries/find-priorities'
import { POINTS_OF_HOUR } from '../rules/priority'
import type { Texts } from './texts'

type PriorityNoteProps = { priority: Priority }

/** The arithmetic of a rank, line by line: what is at stake, how often such claims are won, how near the deadline is, what the work costs. */
export function PriorityNote({ priority }: PriorityNoteProps) {
  const t = useTranslations('deductions')
  const locale = useLocale()
  if (priority.stake.minor === 0n) return <p className="m">{t('priority.nothing')}</p>
  return (
    <>
      <KeyValues
        items={[
          { term: t('column.risk'), value: <MoneyText value={priority.stake} /> },
          { term: t('priority.rate'), value: `× ${formatPercent(priority.ratePpm, locale)}` },
          {
            term: t('priority.urgency', { when: t(`priority.when.${priority.urgency}`) }),
            value: `× ${formatNumber(priority.urgencyPpm / 1_000_000, locale, 2)}`,
          },
          {
            term: t('priority.effort', { minutes: priority.effortMinutes }),
            value: (
              <>
                − <MoneyText value={priority.effort} />
              </>
            ),
          },
          {
            term: t('priority.hour', { points: POINTS_OF_HOUR }),
            value: (
              <>
                × {POINTS_OF_HOUR} ÷ <MoneyText value={priority.hour} />
              </>
            ),
          },
          {
            term: t('column.priority'),
            value: (
              <>
                = <PointsText points={priority.points} isStrong />
              </>
            ),
          },
        ]}
      />
      <p className="m mt-2">
        {ratesOn(priority, t)} <Link href={casesHref(priority)}>{t('priority.cases')}</Link>
      </p>
    </>
  )
}

type PointsTextProps = { points: number; isStrong?: boolean }

/** A rank as points: a whole number without a currency, since nobody gets it; where nothing is to be done, 0 in quiet ink. */
export function PointsText({ points, isStrong }: PointsTextProps) {
  const locale = useLocale()
  return <span className={classNames('nw', points === 0 && 'q', isStrong && 'b')}>{formatNumber(points, locale)}</span>
}

/** The page that shows the answered disputes a rate rests on. */
function casesHref({ customerCode, category }: Priority): string {
  return `/disputes/lessons?${new URLSearchParams({ customer: customerCode, category }).toString()}`
}

/** How many own cases the rate rests on. */
function ratesOn(priority: Priority, t: Texts): string {
  return t('priority.restsOn', {
    count: priority.cases,
    category: t(`category.${priority.category}`),
    customer: priority.customerName,
    state: t(priority.isComplete ? 'priority.complete' : 'priority.incomplete'),
  })
}

/** The same arithmetic in one line, for the tip over a figure of the list. */
export function priorityTip(priority: Priority, t: Texts, locale: Locale): string {
  if (priority.stake.minor === 0n) return t('priority.nothing')
  const figures = [
    `(${formatMoney(priority.stake, locale)}`,
    `× ${formatPercent(priority.ratePpm, locale)}`,
    `× ${formatNumber(priority.urgencyPpm / 1_000_000, locale, 2)}`,
    `− ${formatMoney(priority.effort, locale)})`,
    `× ${POINTS_OF_HOUR} ÷ ${formatMoney(priority.hour, locale)}`,
    `= ${formatNumber(priority.points, locale)}`,
  ]
  return `${figures.join(' ')}. ${ratesOn(priority, t)}`
}
