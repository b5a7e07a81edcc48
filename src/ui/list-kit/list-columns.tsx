import Link from 'next/link'
import type { ReactNode } from 'react'
import { asCalendarDate, type CalendarDate } from '@/core/calendar-date'
import { type ListColumn, type ListRow, type ListShape, shownColumns, sortKeyOf } from '@/core/list-shape'
import { scaledToText } from '@/core/money'
import { amountValue, type CellValue } from '../data-table/cell-value'
import type { Column } from '../data-table/data-table'
import type { EditedField } from '../data-table/use-inline-edit'
import { DateText, InstantText } from '../date-text'
import { DeadlineText } from '../deadline-text'
import { MoneyText } from '../money-text'
import { NumberText } from '../number-text'
import { StatusMark } from '../status-mark'
import { type AllTexts, wordOf } from './list-words'

/** Cells of a list that need more than their kind, by the key of the column. */
export type OwnCells = Readonly<Record<string, (row: ListRow) => ReactNode>>

/** The columns of a list in the reader's words. */
export type KitColumns = (t: AllTexts) => Column<ListRow>[]

/** Columns whose cells can be changed in place, by their keys. */
export type KitEdits = Readonly<Record<string, EditedField<ListRow> & { canEdit: (row: ListRow) => boolean }>>

type ListColumnsOptions = {
  shape: ListShape
  t: AllTexts
  today: CalendarDate
  hrefOf: (row: ListRow) => string
  own?: OwnCells
  edits?: KitEdits
}

/** The columns of a list, made of its definition. */
export function listColumns({ shape, t, today, hrefOf, own = {}, edits = {} }: ListColumnsOptions): Column<ListRow>[] {
  return shownColumns(shape).map((column) => {
    const sort = sortKeyOf(column)
    const edit = edits[column.key]
    const isFigure = column.kind === 'money' || column.kind === 'number'
    return {
      key: column.key,
      title: t(column.title),
      raw: (row) => rawOf(column, row, t),
      cell: (row) => {
        const shown = own[column.key]?.(row) ?? <Cell column={column} row={row} t={t} today={today} />
        if (column.look !== 'key') return shown
        return (
          <Link href={hrefOf(row)} prefetch={false}>
            {shown}
          </Link>
        )
      },
      ...(sort !== undefined && { sort }),
      ...(edit && { canEdit: edit.canEdit }),
      ...((isFigure || column.align) && { align: 'right' as const }),
      ...(column.look && { look: column.look }),
      ...(column.hide && { hide: column.hide }),
    }
  })
}

type CellProps = { column: ListColumn; row: ListRow; t: AllTexts; today: CalendarDate }

function Cell({ column, row, t, today }: CellProps) {
  const value = row.cells[column.key] ?? null
  if (column.kind === 'deadline') return <DeadlineText dueOn={value === null ? null : asCalendarDate(value)} today={today} />
  if (value === null || value === '') return <span className="q">–</span>
  switch (column.kind) {
    case 'money':
      return <MoneyText value={{ minor: value, currency: row.currency }} />
    case 'number':
      return <NumberText value={Number(value) / 10 ** (column.scale ?? 0)} digits={column.scale ?? 0} />
    case 'date':
      return <DateText value={asCalendarDate(value)} />
    case 'instant':
      return <InstantText value={instantOf(value)} />
    case 'several':
      return value
        .split(',')
        .map((one) => wordOf(column, one, t))
        .join(t('ui.list.comma'))
    case 'text':
      return value
    case 'choice': {
      const mark = column.marks?.[value]
      const word = wordOf(column, value, t)
      return mark === undefined ? (
        word
      ) : (
        <StatusMark shape={mark.shape} tone={mark.tone}>
          {word}
        </StatusMark>
      )
    }
  }
}

// What a spreadsheet gets where a cell is copied: plain numbers, ISO days; words as they show.
function rawOf(column: ListColumn, row: ListRow, t: AllTexts): CellValue {
  const value = row.cells[column.key] ?? ''
  if (value === '') return { text: '' }
  switch (column.kind) {
    case 'money':
      return amountValue({ minor: value, currency: row.currency })
    case 'number':
      return { text: scaledToText(BigInt(value), column.scale ?? 0), isNumber: true }
    case 'several':
      return {
        text: value
          .split(',')
          .map((one) => wordOf(column, one, t))
          .join(t('ui.list.comma')),
      }
    case 'choice':
      return { text: wordOf(column, value, t) }
    case 'instant':
      return { text: instantOf(value).toISOString() }
    default:
      return { text: value }
  }
}

/** An instant as the database writes it: '2026-11-28 09:30:00.123+00'. */
function instantOf(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z'))
}
