import { useTranslations } from 'next-intl'
import { FilteredTotals } from '@/ui/data-table/filtered-totals'
import { MoneyText } from '@/ui/money-text'
import type { TrackerTotal } from '../queries/tracker-tally'

type TrackerTotalsProps = {
  count: number
  totals: readonly TrackerTotal[]
  /** Counting stopped there: the sums are still to come. */
  isAtLeast?: boolean
}

/** Count and sums of the whole filtered set, with what of it is at risk. */
export function TrackerTotals({ count, totals, isAtLeast = false }: TrackerTotalsProps) {
  const t = useTranslations('deductions')
  const sums = totals.map((total) => ({
    count: total.count,
    amount: total.amount,
    more: total.atRisk.minor > 0n && (
      <span className="risk md">
        {t('atRisk')} <MoneyText value={total.atRisk} tone="risk" />
      </span>
    ),
  }))
  return (
    <FilteredTotals
      count={t(isAtLeast ? 'filteredAtLeast' : 'filteredCount', { count })}
      note={t(isAtLeast ? 'beingCounted' : 'allRows')}
      sums={sums}
    />
  )
}
