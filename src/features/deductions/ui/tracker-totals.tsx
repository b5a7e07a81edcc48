import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StatusLine } from '@/ui/data-table/status-line'
import { MoneyText } from '@/ui/money-text'
import type { TrackerTotal } from '../queries/find-deductions'

type TrackerTotalsProps = { count: number; totals: readonly TrackerTotal[]; pager: ReactNode }

/** Count and sums of the whole filtered set, one group per currency; currencies are never added. */
export function TrackerTotals({ count, totals, pager }: TrackerTotalsProps) {
  const t = useTranslations('deductions')
  return (
    <StatusLine end={pager}>
      <span>
        <b>{t('filteredCount', { count })}</b> <span className="m">{t('allRows')}</span>
      </span>
      {totals.map((total) => (
        <span key={total.currency}>
          {total.currency} {total.count} <MoneyText value={total.amount} strong />{' '}
          {total.atRisk.minor > 0n && (
            <span className="risk md">
              {t('atRisk')} <MoneyText value={total.atRisk} tone="risk" />
            </span>
          )}
        </span>
      ))}
    </StatusLine>
  )
}
