import type { CalendarDate } from '@/core/calendar-date'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import type { SmallAmountRow } from '../queries/find-small-amounts'
import type { SmallAmountRole } from '../rules/small-amount'
import { SmallAmountDialog } from './small-amount-dialog'
import type { Texts } from './texts'

type ColumnOptions = { t: Texts; roleNames: Readonly<Record<SmallAmountRole, string>>; today: CalendarDate }

/** Customer, limit, since when, on whose authority and why, and what was accepted under it. */
export function smallAmountColumns({ t, roleNames, today }: ColumnOptions): Column<SmallAmountRow>[] {
  return [
    { key: 'customer', title: t('column.customer'), cell: (row) => row.customerName },
    { key: 'limit', title: t('small.limit'), align: 'right', cell: (row) => <MoneyText value={row.limit} zero="full" /> },
    { key: 'from', title: t('small.validFrom'), cell: (row) => <DateText value={row.validFrom} /> },
    {
      key: 'state',
      title: t('column.state'),
      look: 'quiet',
      cell: (row) => t(`small.state.${stateOf(row, today)}`),
    },
    { key: 'role', title: t('small.role'), hide: 'phone', cell: (row) => roleNames[row.role] },
    { key: 'reason', title: t('reasonForChange'), look: 'wrap', hide: 'narrow', cell: (row) => row.reason },
    { key: 'by', title: t('small.setBy'), look: 'quiet', hide: 'narrow', cell: (row) => row.setBy ?? '–' },
    { key: 'count', title: t('small.count'), align: 'right', cell: (row) => row.accepted.count },
    {
      key: 'amount',
      title: t('small.amount'),
      align: 'right',
      hide: 'phone',
      cell: (row) => <MoneyText value={row.accepted.amount} zero="quiet" />,
    },
    {
      key: 'change',
      title: <span className="sr-only">{t('small.manage')}</span>,
      align: 'right',
      cell: (row) => (row.isNewest ? <SmallAmountDialog policy={row} customers={[]} roleNames={roleNames} today={today} /> : null),
    },
  ]
}

function stateOf(row: SmallAmountRow, today: CalendarDate): 'inForce' | 'later' | 'ended' | 'replaced' {
  if (row.validFrom > today) return 'later'
  if (!row.isInForce) return 'replaced'
  return row.limit.minor === 0n ? 'ended' : 'inForce'
}
