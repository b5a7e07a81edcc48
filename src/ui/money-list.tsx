import { useLocale } from 'next-intl'
import { Fragment } from 'react'
import { formatMoney, type MoneyLike } from '@/i18n/formats'
import { MoneyText } from './money-text'
import type { Tone } from './status-mark'

type MoneyListProps = {
  values: readonly MoneyLike[]
  tone?: Tone
  strong?: boolean
  rounded?: boolean
  /** So many figures show; how many more there are is counted, and said in full where the pointer rests. */
  max?: number
}

/** One figure per currency, side by side: '$118,204.35 · CA$14,873.10'. Currencies are never added. */
export function MoneyList({ values, tone = 'plain', strong = false, rounded = false, max }: MoneyListProps) {
  const locale = useLocale()
  const sorted = [...values].sort((a, b) => (a.currency === 'USD' ? -1 : b.currency === 'USD' ? 1 : a.currency.localeCompare(b.currency)))
  const shown = sorted.slice(0, max)
  const more = sorted.slice(shown.length).map((value) => formatMoney(value, locale, { decimals: !rounded }))
  return (
    <>
      {shown.map((value, index) => (
        <Fragment key={value.currency}>
          {index > 0 && ' '}
          <span className="nw">
            {index > 0 && <span className="dot">· </span>}
            <MoneyText value={value} tone={tone} strong={strong} rounded={rounded} zero="full" />
          </span>
        </Fragment>
      ))}
      {more.length > 0 && (
        <span title={more.join(' · ')}>
          {' '}
          <span aria-hidden="true">+{more.length}</span>
          <span className="sr-only">{more.join(' · ')}</span>
        </span>
      )}
    </>
  )
}
