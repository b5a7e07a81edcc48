import type { ReactNode } from 'react'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { ToleranceRow } from '../queries/find-tolerances'
import type { Texts } from './texts'

const SHAPES: Readonly<Record<ToleranceRow['state'], StatusShape>> = { proposed: 'partly', approved: 'ready', rejected: 'overdue' }

type ToleranceColumnOptions = { t: Texts; decision: (row: ToleranceRow) => ReactNode }

/** Columns of the rules by which differences may stay: what, how much, when, on whose word. */
export function toleranceColumns({ t, decision }: ToleranceColumnOptions): Column<ToleranceRow>[] {
  return [
    { key: 'customer', title: t('column.customer'), look: 'clip', cell: (row) => row.customer_name },
    { key: 'kind', title: t('column.kind'), cell: (row) => t(`kind.${row.kind}`) },
    { key: 'limit', title: t('tolerance.limit'), align: 'right', cell: (row) => <Limit row={row} /> },
    { key: 'from', title: t('tolerance.from'), cell: (row) => <DateText value={row.valid_from} /> },
    {
      key: 'to',
      title: t('tolerance.to'),
      cell: (row) => (row.valid_to === null ? t('tolerance.open') : <DateText value={row.valid_to} />),
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
      cell: (row) => <StatusMark shape={SHAPES[row.state]}>{t(`tolerance.state.${row.state}`)}</StatusMark>,
    },
    { key: 'decide', title: t('tolerance.decide'), cell: decision },
  ]
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
