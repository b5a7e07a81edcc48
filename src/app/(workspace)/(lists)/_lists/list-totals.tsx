import { useTranslations } from 'next-intl'
import type { ListShape } from '@/core/list-shape'
import type { ListCount } from '@/server/lists/count-list'
import { FilteredTotals } from '@/ui/data-table/filtered-totals'
import { MoneyText } from '@/ui/money-text'

type ListTotalsProps = { shape: ListShape; count: ListCount }

/** Count and sums of the whole filtered set of a list, per currency, each sum with the word of its column. */
export function ListTotals({ shape, count }: ListTotalsProps) {
  const t = useTranslations()
  const [first, ...others] = shape.sums
  const titleOf = (key: string) => t(shape.columns.find((column) => column.key === key)?.title ?? shape.title)
  const sums = count.sums.flatMap((sum) => {
    const amount = first === undefined ? undefined : sum.sums[first]
    if (amount === undefined) return []
    const more = others.map((key) => {
      const other = sum.sums[key]
      return (
        other &&
        other.minor !== 0n && (
          <span key={key}>
            <span className="m">{titleOf(key)} </span>
            <MoneyText value={other} />{' '}
          </span>
        )
      )
    })
    return [{ count: sum.count, amount, more }]
  })
  return (
    <FilteredTotals
      count={t(count.isAtLeast ? 'ui.list.filteredAtLeast' : 'ui.list.filtered', { count: count.count })}
      note={t(count.isAtLeast ? 'ui.list.beingCounted' : 'ui.list.allRows')}
      {...(first !== undefined && { term: titleOf(first) })}
      sums={sums}
    />
  )
}
