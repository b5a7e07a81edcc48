import { Fragment } from 'react'
import type { MoneyLike } from '@/i18n/formats'
import { MoneyText } from './money-text'
import type { Tone } from './status-mark'

type MoneyListProps = { values: readonly MoneyLike[]; tone?: Tone; strong?: boolean; rounded?: boolean }

/** One figure per currency, side by side: '$118,204.35 · CA$14,873.10'. Currencies are never added. */
export function MoneyList({ values, tone = 'plain', strong = false, rounded = false }: MoneyListProps) {
  const sorted = [...values].sort((a, b) => (a.currency === 'USD' ? -1 : b.currency === 'USD' ? 1 : a.currency.localeCompare(b.currency)))
  return (
    <>
      {sorted.map((value, index) => (
        <Fragment key={value.currency}>
          {index > 0 && <span className="dot"> · </span>}
          <MoneyText value={value} tone={tone} strong={strong} rounded={rounded} zero="full" />
        </Fragment>
      ))}
    </>
  )
}
