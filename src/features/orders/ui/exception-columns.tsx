import Link from 'next/link'
import type { CalendarDate } from '@/core/calendar-date'
import type { Column } from '@/ui/data-table/data-table'
import { DateText, InstantText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import type { ExceptionRow } from '../queries/exception-columns'
import { ExceptionStateText } from './exception-decision'
import { FigureText } from './figure-text'
import type { Texts } from './texts'

type ColumnOptions = { t: Texts; teams: Texts; today: CalendarDate; hrefOf: (row: ExceptionRow) => string }

/** Columns that the worklist leaves out until somebody asks for them. */
export const QUIET_EXCEPTION_COLUMNS = ['first-seen', 'state'] as const

/** The columns of the worklist: which line, what is wrong, both figures, what it costs, until when, whose it is. */
export function exceptionColumns({ t, teams, today, hrefOf }: ColumnOptions): Column<ExceptionRow>[] {
  return [
    {
      key: 'po',
      title: t('column.number'),
      look: 'key',
      sort: 'po',
      cell: (row) => (
        <Link href={hrefOf(row)} prefetch={false}>
          {row.po_number}
        </Link>
      ),
    },
    { key: 'line', title: t('column.line'), align: 'right', look: 'quiet', cell: (row) => row.line },
    { key: 'customer', title: t('column.customer'), look: 'clip', sort: 'customer', cell: (row) => row.customer_name },
    { key: 'kind', title: t('column.kinds'), cell: (row) => t(`kind.${row.kind}`) },
    { key: 'item', title: t('column.item'), look: 'clip', hide: 'narrow', cell: (row) => row.item ?? '' },
    {
      key: 'expected',
      title: t('column.agreed'),
      align: 'right',
      look: 'quiet',
      hide: 'phone',
      cell: (row) => <FigureText step={row.field} text={row.expected} currency={row.currency} />,
    },
    {
      key: 'actual',
      title: t('column.asOrdered'),
      align: 'right',
      cell: (row) => <FigureText step={row.field} text={row.actual} currency={row.currency} />,
    },
    {
      key: 'at-stake',
      title: t('column.atStake'),
      align: 'right',
      sort: 'at-stake',
      cell: (row) => (
        <MoneyText
          value={{ minor: row.at_stake_minor, currency: row.currency }}
          tone={row.is_shipped || row.at_stake_minor === 0n ? 'plain' : 'risk'}
        />
      ),
    },
    { key: 'due', title: t('column.due'), sort: 'due', cell: (row) => <DeadlineText dueOn={openDue(row)} today={today} /> },
    { key: 'ship-by', title: t('column.shipBy'), look: 'quiet', hide: 'narrow', cell: (row) => <DateText value={row.ship_by} /> },
    {
      key: 'owner',
      title: t('column.owner'),
      hide: 'phone',
      cell: (row) => row.owner_name ?? <span className="q">{teams(`teams.${row.owner_team}`)}</span>,
    },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => <ExceptionStateText state={row.state} isAsked={row.request_hash !== null} />,
    },
    {
      key: 'first-seen',
      title: t('column.firstSeen'),
      look: 'quiet',
      sort: 'first-seen',
      cell: (row) => <InstantText value={row.first_seen_at} style="short" />,
    },
  ]
}

/** The day an exception has to be decided by, while it waits for a decision. */
export function openDue(row: Pick<ExceptionRow, 'state' | 'due_on'>): CalendarDate | null {
  return row.state === 'open' || row.state === 'held' ? row.due_on : null
}
