import Link from 'next/link'
import type { CalendarDate } from '@/core/calendar-date'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import type { DisputeListRow } from '../queries/find-disputes'
import type { Texts } from './texts'

/** Columns of the list of disputes: what is filed, when the answer is due, what came of it. */
export function disputeColumns({ t, deductions, today }: { t: Texts; deductions: Texts; today: CalendarDate }): Column<DisputeListRow>[] {
  return [
    { key: 'claim', title: t('column.claim'), look: 'key', cell: (row) => <Link href={`/disputes/${row.id}`}>{row.name}</Link> },
    { key: 'customer', title: t('column.customer'), look: 'clip', cell: (row) => row.customerName },
    { key: 'category', title: t('column.category'), hide: 'phone', cell: (row) => deductions(`category.${row.category}`) },
    { key: 'amount', title: t('column.amount'), align: 'right', cell: (row) => <MoneyText value={row.amount} /> },
    { key: 'submitted', title: t('column.submitted'), cell: (row) => <DateText value={row.submittedOn} /> },
    { key: 'reference', title: t('column.reference'), hide: 'phone', cell: (row) => row.portalReference ?? '' },
    {
      key: 'answerDue',
      title: t('column.answerDue'),
      cell: (row) =>
        row.state === 'closed' ? (
          <span className="q">–</span>
        ) : (
          <DeadlineText dueOn={row.state === 'answered' ? row.followUpOn : row.answerDueOn} today={today} />
        ),
    },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => (
        <span className={row.outcome === 'won' ? 'done' : undefined}>
          {t(row.outcome === null ? `state.${row.state}` : `outcome.${row.outcome}`)}
        </span>
      ),
    },
    { key: 'won', title: t('column.won'), align: 'right', hide: 'narrow', cell: (row) => <MoneyText value={row.won} zero="quiet" /> },
    { key: 'lost', title: t('column.lost'), align: 'right', hide: 'narrow', cell: (row) => <MoneyText value={row.lost} zero="quiet" /> },
  ]
}
