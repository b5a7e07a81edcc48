import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { asCalendarDate, type CalendarDate, isoWeek, isoWeekStart } from '@/core/calendar-date'
import { dayStyle, formatDate } from '@/i18n/formats'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import { StatusMark, type StatusShape, type Tone } from '@/ui/status-mark'
import type { PriceChangeRow } from '../queries/find-price-changes'
import type { PriceChangeState } from '../rules/price-change'

const LOOKS: Readonly<Record<PriceChangeState, { shape: StatusShape; tone: Tone }>> = {
  due: { shape: 'due', tone: 'due' },
  missed: { shape: 'overdue', tone: 'over' },
  late: { shape: 'partly', tone: 'plain' },
  announced: { shape: 'ready', tone: 'done' },
}

type ColumnOptions = {
  t: (key: string, values?: Record<string, string | number>) => string
  today: CalendarDate
  rows: readonly PriceChangeRow[]
}

/** The columns of the calendar: which week, whose price of what, until when the customer has to know, and whether it does. */
export function priceChangeColumns({ t, today, rows }: ColumnOptions): Column<PriceChangeRow>[] {
  const firstOfWeek = new Set(rows.filter((row, index) => isoWeek(row.valid_from) !== weekOf(rows[index - 1])).map((row) => row.id))
  return [
    {
      key: 'week',
      title: t('column.week'),
      cell: (row) => (firstOfWeek.has(row.id) ? <WeekText day={asCalendarDate(row.valid_from)} /> : ''),
    },
    {
      key: 'from',
      title: t('column.validFrom'),
      cell: (row) => <DateText value={asCalendarDate(row.valid_from)} style={dayStyle(asCalendarDate(row.valid_from), today)} />,
    },
    { key: 'customer', title: t('column.customer'), cell: (row) => row.customer_name },
    {
      key: 'item',
      title: t('column.item'),
      look: 'clip',
      cell: (row) => (
        <>
          {row.batch_id === null ? row.item : <Link href={`/imports/${row.batch_id}`}>{row.item}</Link>}{' '}
          <span className="q">{row.description}</span>
        </>
      ),
    },
    {
      key: 'old',
      title: t('column.oldPrice'),
      align: 'right',
      look: 'quiet',
      hide: 'phone',
      cell: (row) => <MoneyText value={{ minor: row.old_micros / 10_000n, currency: row.currency }} />,
    },
    {
      key: 'new',
      title: t('column.newPrice'),
      align: 'right',
      cell: (row) => <MoneyText value={{ minor: row.new_micros / 10_000n, currency: row.currency }} />,
    },
    {
      key: 'exposed',
      title: t('column.exposed'),
      align: 'right',
      hide: 'narrow',
      cell: (row) => <MoneyText value={{ minor: row.exposed_minor, currency: row.currency }} />,
    },
    {
      key: 'notice',
      title: t('column.notice'),
      align: 'right',
      look: 'quiet',
      hide: 'phone',
      cell: (row) =>
        row.notice_days === null ? (
          <span className="q">{t('noNotice')}</span>
        ) : (
          <span title={row.notice_source ?? undefined}>{t('days', { count: row.notice_days })}</span>
        ),
    },
    {
      key: 'by',
      title: t('column.announceBy'),
      cell: (row) =>
        row.announced_on === null ? (
          <DeadlineText dueOn={row.announce_by ?? row.valid_from} today={today} />
        ) : (
          <DateText value={row.announce_by} />
        ),
    },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => <StatusMark {...LOOKS[row.state]}>{t(`state.${row.state}`)}</StatusMark>,
    },
    {
      key: 'announced',
      title: t('column.announced'),
      hide: 'narrow',
      cell: (row) =>
        row.announced_on === null ? (
          ''
        ) : (
          <span title={row.evidence ?? undefined}>
            <DateText value={row.announced_on} /> {row.announced_by}
          </span>
        ),
    },
    {
      key: 'orders',
      title: t('column.orders'),
      look: 'quiet',
      hide: 'phone',
      cell: (row) => (
        <Link href={`/orders/exceptions?customer=${encodeURIComponent(row.customer_code)}&kind=price`}>{t('priceExceptions')}</Link>
      ),
    },
  ]
}

function WeekText({ day }: { day: CalendarDate }) {
  const t = useTranslations('agreements')
  const locale = useLocale()
  const from = formatDate(isoWeekStart(day), locale, 'short')
  return <span className="b nw">{t('weekFrom', { week: Number(isoWeek(day).slice(6)), day: from })}</span>
}

function weekOf(row: PriceChangeRow | undefined): string | null {
  return row === undefined ? null : isoWeek(row.valid_from)
}
