import type { ReactNode } from 'react'
import type { WindowRow } from '@/features/agreements/queries/find-windows'
import type { WindowState } from '@/features/agreements/rules/window-state'
import { SourceText } from '@/features/agreements/ui/source-text'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { Texts } from './texts'

const SHAPES: Readonly<Record<WindowState, StatusShape>> = {
  confirmed: 'ready',
  sole: 'partly',
  strictest: 'partly',
  looser: 'none',
  'set-aside': 'none',
}

type WindowColumnOptions = { t: Texts; actions: (row: WindowRow) => ReactNode }

/** The register of dispute windows: how long, from which day, who says so, whether it counts, and what is open under it. */
export function windowColumns({ t, actions }: WindowColumnOptions): Column<WindowRow>[] {
  return [
    { key: 'customer', title: t('column.customer'), cell: (row) => row.customer_name },
    { key: 'category', title: t('column.category'), cell: (row) => windowCategory(row, t) },
    { key: 'length', title: t('window.length'), look: 'wrap', cell: (row) => windowLength(row, t) },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => (
        <>
          <StatusMark shape={SHAPES[row.state]}>{t(`window.state.${row.state}`)}</StatusMark>
          {row.confirmed_by !== null && (
            <div className="m">{t('window.confirmedBy', { name: row.confirmed_by, from: row.confirmed_from ?? '' })}</div>
          )}
        </>
      ),
    },
    {
      key: 'source',
      title: t('window.source'),
      look: 'wrap',
      cell: (row) => (
        <div className="min-w-56">
          {row.source === '' ? '–' : <SourceText source={row.source} />}
          <div className="m">
            {row.checked_on !== null && (
              <>
                {t('window.checkedOn')} <DateText value={row.checked_on} />
                {row.confidence !== null && ' · '}
              </>
            )}
            {row.confidence !== null && windowConfidence(row, t)}
          </div>
        </div>
      ),
    },
    { key: 'open', title: t('window.open'), align: 'right', look: 'quiet', cell: (row) => <NumberText value={row.open_count} /> },
    {
      key: 'worth',
      title: t('openAmount'),
      align: 'right',
      cell: (row) => <MoneyText value={{ minor: row.open_minor, currency: row.currency }} />,
    },
    { key: 'act', title: t('window.act'), cell: actions },
  ]
}

export function windowCategory(row: WindowRow, t: Texts): string {
  return row.category === 'default' ? t('window.default') : t(`category.${row.category}`)
}

/** '30 days from the payment'. */
export function windowLength(row: WindowRow, t: Texts): string {
  const isKnown = row.anchor === 'payment' || row.anchor === 'invoice' || row.anchor === 'invoiceDue'
  return t('window.daysFrom', { days: row.days, anchor: isKnown ? t(`window.anchor.${row.anchor}`) : row.anchor })
}

const CONFIDENCES: Readonly<Record<string, string>> = {
  'stated by the customer': 'stated',
  'two sources agree': 'agree',
  'one source': 'one',
  assumed: 'assumed',
}

function windowConfidence(row: WindowRow, t: Texts): string {
  const word = CONFIDENCES[row.confidence ?? '']
  return word === undefined ? (row.confidence ?? '–') : t(`window.sure.${word}`)
}
