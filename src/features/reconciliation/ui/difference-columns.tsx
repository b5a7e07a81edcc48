import Link from 'next/link'
import type { CalendarDate } from '@/core/calendar-date'
import type { Column } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { DifferenceRow } from '../queries/find-differences'
import type { DifferenceState } from '../rules/difference-kinds'
import { differenceBetween, readDifferenceValue } from '../rules/difference-value'
import { DifferenceValueText } from './difference-value'
import type { Texts } from './texts'

const SHAPES: Readonly<Record<DifferenceState, StatusShape>> = { open: 'none', asked: 'partly', accepted: 'fixed', resolved: 'ready' }

type ColumnOptions = { t: Texts; teams: Texts; today: CalendarDate; hrefOf: (row: DifferenceRow) => string }

/** The columns of the list: which paper, what differs, both sides beside each other, who corrects it. */
export function differenceColumns({ t, teams, today, hrefOf }: ColumnOptions): Column<DifferenceRow>[] {
  return [
    {
      key: 'number',
      title: t('column.number'),
      look: 'key',
      sort: 'po',
      cell: (row) => (
        <Link href={hrefOf(row)} prefetch={false}>
          {differenceName(row)}
        </Link>
      ),
    },
    { key: 'customer', title: t('column.customer'), look: 'clip', sort: 'customer', cell: (row) => row.customer_name },
    { key: 'kind', title: t('column.kind'), cell: (row) => t(`kind.${row.kind}`) },
    { key: 'line', title: t('column.line'), align: 'right', look: 'quiet', cell: (row) => row.line ?? '' },
    { key: 'item', title: t('column.item'), look: 'clip', hide: 'narrow', cell: (row) => row.description ?? row.item_number ?? '' },
    {
      key: 'sap',
      title: t('column.sap'),
      align: 'right',
      cell: (row) => <DifferenceValueText value={readDifferenceValue(row.field, row.sap_value)} currency={row.currency} />,
    },
    {
      key: 'other',
      title: t('column.other'),
      align: 'right',
      cell: (row) => <DifferenceValueText value={readDifferenceValue(row.field, row.other_value)} currency={row.currency} />,
    },
    { key: 'source', title: t('column.source'), look: 'quiet', cell: (row) => t(`source.${row.other_source ?? 'sap'}`) },
    { key: 'difference', title: t('column.difference'), align: 'right', look: 'quiet', cell: (row) => <DifferenceOfRow row={row} /> },
    {
      key: 'worth',
      title: t('column.worth'),
      align: 'right',
      sort: 'severity',
      cell: (row) => <MoneyText value={{ minor: row.severity_minor, currency: row.currency }} />,
    },
    { key: 'team', title: t('column.team'), cell: (row) => teams(`teams.${row.owner_team}`) },
    {
      key: 'due',
      title: t('column.due'),
      sort: 'due',
      cell: (row) => <DeadlineText dueOn={row.state === 'open' || row.state === 'asked' ? row.due_on : null} today={today} />,
    },
    {
      key: 'match',
      title: t('column.match'),
      look: 'quiet',
      hide: 'narrow',
      cell: (row) => (row.match_kind === null ? t('match.exact') : t(`match.kind.${row.match_kind}`)),
    },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => (
        <StatusMark shape={SHAPES[row.state]} tone={row.state === 'resolved' ? 'done' : 'plain'}>
          {t(`state.${row.state}`)}
        </StatusMark>
      ),
    },
    {
      key: 'first-seen',
      title: t('column.firstSeen'),
      look: 'quiet',
      hide: 'narrow',
      sort: 'first-seen',
      cell: (row) => <InstantText value={row.first_seen_at} style="short" />,
    },
  ]
}

/** The number people know a difference by: its order, else its delivery or invoice. */
export function differenceName(row: Pick<DifferenceRow, 'po_number' | 'delivery_key' | 'invoice_key' | 'id'>): string {
  return row.po_number ?? row.delivery_key ?? row.invoice_key ?? row.id
}

type DifferenceOfRowProps = { row: Pick<DifferenceRow, 'field' | 'sap_value' | 'other_value' | 'currency'> }

/** Other side less SAP, where the two can be subtracted. */
export function DifferenceOfRow({ row }: DifferenceOfRowProps) {
  const value = differenceBetween(readDifferenceValue(row.field, row.sap_value), readDifferenceValue(row.field, row.other_value))
  if (value === null) return <span className="q">–</span>
  return <DifferenceValueText value={value} currency={row.currency} />
}
