import type { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { ClockRow } from '../queries/find-clocks'

type ClockColumnOptions = { t: ReturnType<typeof useTranslations<'shipments'>>; actions: (row: ClockRow) => ReactNode }

const SHAPES: Readonly<Record<ClockRow['state'], StatusShape>> = { holds: 'ready', later: 'partly', former: 'none' }

/** Whom a clock is for: everybody, a customer, a carrier, or both. */
export function clockWhom(row: ClockRow, t: ClockColumnOptions['t']): string {
  return [row.customerName, row.carrier].filter(Boolean).join(t('comma')) || t('clock.everybody')
}

// What the program ships says its source in the reader's language; what people write stays as they wrote it.
function sourceOf({ kind, changedBy, source }: ClockRow, t: ClockColumnOptions['t']): string {
  return changedBy === null && t.has(`clock.shipped.${kind}`) ? t(`clock.shipped.${kind}`) : source
}

/** Columns of the versions of all clocks: which step, for whom, how long, from when to when, by whose word. */
export function clockColumns({ t, actions }: ClockColumnOptions): Column<ClockRow>[] {
  return [
    { key: 'kind', title: t('clock.step'), look: 'wrap', cell: (row) => t(`clock.kind.${row.kind}`) },
    { key: 'whom', title: t('clock.whom'), look: 'wrap', cell: (row) => clockWhom(row, t) },
    { key: 'days', title: t('clock.days'), align: 'right', cell: (row) => <b>{t('clock.dayCount', { count: row.days })}</b> },
    {
      key: 'from',
      title: t('clock.from'),
      cell: (row) => (row.validFrom === '2000-01-01' ? <span className="q">{t('clock.always')}</span> : <DateText value={row.validFrom} />),
    },
    {
      key: 'to',
      title: t('clock.to'),
      cell: (row) => (row.validTo === null ? <span className="q">{t('clock.open')}</span> : <DateText value={row.validTo} />),
    },
    { key: 'source', title: t('clock.source'), look: 'wrap', hide: 'phone', cell: (row) => sourceOf(row, t) },
    { key: 'by', title: t('clock.by'), look: 'quiet', hide: 'narrow', cell: (row) => row.changedBy ?? t('clock.program') },
    {
      key: 'state',
      title: t('clock.status'),
      cell: (row) => <StatusMark shape={SHAPES[row.state]}>{t(`clock.state.${row.state}`)}</StatusMark>,
    },
    { key: 'manage', title: <span className="sr-only">{t('clock.change')}</span>, align: 'right', cell: actions },
  ]
}
