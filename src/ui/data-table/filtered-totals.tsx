import type { ReactNode } from 'react'
import type { MoneyLike } from '@/i18n/formats'
import { MoneyText } from '../money-text'

export type FilteredSum = { count: number; amount: MoneyLike; more?: ReactNode }

type FilteredTotalsProps = {
  /** 'Filtered 47'. */
  count: ReactNode
  /** 'all rows': the sums are not those of the page alone. */
  note: ReactNode
  /** What the amounts are, where the list has more than one kind of them. */
  term?: ReactNode
  sums: readonly FilteredSum[]
}

/** Count and sums of the whole filtered set, one group per currency; currencies are never added. Stands in a `StatusLine`. */
export function FilteredTotals({ count, note, term, sums }: FilteredTotalsProps) {
  return (
    <>
      <span>
        <b>{count}</b> <span className="m">{note}</span>
      </span>
      {sums.map((sum) => (
        <span key={sum.amount.currency}>
          {sum.amount.currency} {sum.count} {term !== undefined && <span className="m">{term} </span>}
          <MoneyText value={sum.amount} strong /> {sum.more}
        </span>
      ))}
    </>
  )
}
