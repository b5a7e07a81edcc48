import Link from 'next/link'
import type { CalendarDate } from '@/core/calendar-date'
import type { Column } from '@/ui/data-table/data-table'
import { DateText, InstantText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { SignalRow } from '../queries/find-signals'
import type { SignalState } from '../rules/signal-kinds'
import type { Texts } from './texts'

const SHAPES: Readonly<Record<SignalState, StatusShape>> = { open: 'none', asked: 'partly', closed: 'ready' }

type ColumnOptions = { t: Texts; teams: Texts; today: CalendarDate; hrefOf: (row: SignalRow) => string }

/** The columns of the list of signals: which paper, what is late, since when, until when, what is at stake, who puts it right. */
export function signalColumns({ t, teams, today, hrefOf }: ColumnOptions): Column<SignalRow>[] {
  return [
    {
      key: 'number',
      title: t('signal.column.number'),
      look: 'key',
      sort: 'po',
      cell: (row) => (
        <Link href={hrefOf(row)} prefetch={false}>
          {signalName(row)}
        </Link>
      ),
    },
    { key: 'kind', title: t('signal.column.kind'), cell: (row) => t(`signal.kind.${row.kind}`) },
    { key: 'customer', title: t('signal.column.customer'), look: 'clip', sort: 'customer', cell: (row) => row.customer_name },
    {
      key: 'due',
      title: t('signal.column.due'),
      sort: 'due',
      cell: (row) => (row.state === 'closed' ? <DateText value={row.due_on} /> : <DeadlineText dueOn={row.due_on} today={today} />),
    },
    {
      key: 'stake',
      title: t('signal.column.stake'),
      align: 'right',
      sort: 'stake',
      cell: (row) => <MoneyText value={{ minor: row.at_stake_minor, currency: row.currency }} />,
    },
    { key: 'team', title: t('signal.column.team'), cell: (row) => teams(`teams.${row.owner_team}`) },
    { key: 'since', title: t('signal.column.since'), look: 'quiet', hide: 'narrow', cell: (row) => <DateText value={row.since_on} /> },
    {
      key: 'carrier',
      title: t('carrier'),
      look: 'quiet',
      hide: 'narrow',
      cell: (row) => [row.carrier, row.pro].filter(Boolean).join(' ') || '–',
    },
    {
      key: 'state',
      title: t('signal.column.state'),
      cell: (row) => (
        <StatusMark shape={SHAPES[row.state]} tone={row.state === 'closed' ? 'done' : 'plain'}>
          {t(`signal.state.${row.state}`)}
        </StatusMark>
      ),
    },
    {
      key: 'first-seen',
      title: t('signal.column.firstSeen'),
      look: 'quiet',
      hide: 'narrow',
      sort: 'first-seen',
      cell: (row) => <InstantText value={row.first_seen_at} style="short" />,
    },
  ]
}

/** The number people know a signal by: its order, else its delivery or invoice. */
export function signalName(row: Pick<SignalRow, 'po_number' | 'delivery_key' | 'invoice_key' | 'id'>): string {
  return row.po_number ?? row.delivery_key ?? row.invoice_key ?? row.id
}
