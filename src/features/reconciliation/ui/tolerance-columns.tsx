import type { ReactNode } from 'react'
import type { CalendarDate } from '@/core/calendar-date'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { ToleranceRow } from '../queries/find-tolerances'
import type { Texts } from './texts'

const SHAPES: Readonly<Record<ToleranceRow['state'], StatusShape>> = { proposed: 'partly', approved: 'ready', rejected: 'overdue' }

type ToleranceColumnOptions = { t: Texts; today: CalendarDate; decision: (row: ToleranceRow) => ReactNode }

/** Columns of the rules by which differences may stay: what, how much, when, on whose word. */
export function toleranceColumns({ t, today, decision }: ToleranceColumnOptions): Column<ToleranceRow>[] {
  return [
    { key: 'customer', title: t('column.customer'), look: 'clip', cell: (row) => row.customer_name },
    { key: 'kind', title: t('column.kind'), cell: (row) => t(`kind.${row.kind}`) },
    { key: 'limit', title: t('tolerance.limit'), align: 'right', cell: (row) => <Limit row={row} /> },
    { key: 'from', title: t('tolerance.from'), cell: (row) => <DateText value={row.valid_from} /> },
    {
      key: 'to',
      title: t('tolerance.to'),
      cell: (row) => {
        const last = lastDayOf(row)
        return last === null ? t('tolerance.open') : <DateText value={last} />
      },
    },
    { key: 'source', title: t('tolerance.source'), look: 'clip', hide: 'narrow', cell: (row) => row.source },
    { key: 'covers', title: t('tolerance.covers'), align: 'right', look: 'quiet', cell: (row) => <NumberText value={row.covers} /> },
    {
      key: 'by',
      title: t('tolerance.by'),
      look: 'quiet',
      hide: 'narrow',
      cell: (row) => [row.requested_by_name, row.decided_by_name].filter(Boolean).join(' · '),
    },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => {
        const last = lastDayOf(row)
        const isOver = row.state === 'approved' && last !== null && last < today
        return <StatusMark shape={isOver ? 'none' : SHAPES[row.state]}>{t(`tolerance.state.${isOver ? 'over' : row.state}`)}</StatusMark>
      },
    },
    { key: 'decide', title: t('tolerance.decide'), align: 'right', cell: decision },
  ]
}

/** The last day of a rule: that of the agreement, or the day it was ended before; null until further notice. */
export function lastDayOf({ valid_to, ended_on }: ToleranceRow): CalendarDate | null {
  if (valid_to === null || ended_on === null) return valid_to ?? ended_on
  return valid_to < ended_on ? valid_to : ended_on
}

type LimitProps = { row: ToleranceRow }

function Limit({ row }: LimitProps) {
  const share = row.share_ppm === null ? null : `${String(row.share_ppm / 10_000)} %`
  return (
    <>
      {share}
      {share !== null && row.amount_minor !== null && ' · '}
      {row.amount_minor !== null && row.currency !== null && <MoneyText value={{ minor: row.amount_minor, currency: row.currency }} />}
    </>
  )
}
