import Link from 'next/link'
import type { CalendarDate } from '@/core/calendar-date'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { StatusMark } from '@/ui/status-mark'
import type { OrderRow } from '../queries/find-orders'
import { FigureText } from './figure-text'
import type { Texts } from './texts'

type ColumnOptions = { t: Texts; today: CalendarDate }

/** The columns of the order list: what is wrong, what it would cost, until when it can be stopped. */
export function orderColumns({ t, today }: ColumnOptions): Column<OrderRow>[] {
  return [
    {
      key: 'number',
      title: t('column.number'),
      look: 'key',
      sort: 'number',
      cell: (row) => (
        <Link href={orderHref(row.customer_code, row.number_key)} prefetch={false}>
          {row.number}
        </Link>
      ),
    },
    { key: 'customer', title: t('column.customer'), look: 'clip', cell: (row) => row.customer_name },
    {
      key: 'kinds',
      title: t('column.kinds'),
      cell: (row) =>
        row.kinds.length === 0 ? (
          <span className="q">{t('nothingWrong')}</span>
        ) : (
          row.kinds.map((kind) => t(`kind.${kind}`)).join(t('listComma'))
        ),
    },
    {
      key: 'agreed',
      hide: 'phone',
      title: t('column.agreed'),
      align: 'right',
      look: 'quiet',
      cell: (row) => (row.field === null ? '' : <FigureText step={row.field} text={row.expected} currency={row.currency} />),
    },
    {
      key: 'as-ordered',
      hide: 'phone',
      title: t('column.asOrdered'),
      align: 'right',
      cell: (row) =>
        row.field === null ? (
          ''
        ) : (
          <>
            <FigureText step={row.field} text={row.actual} currency={row.currency} />{' '}
            {row.open_exceptions > 1 && <span className="q">{t('more', { count: row.open_exceptions - 1 })}</span>}
          </>
        ),
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
    {
      key: 'value',
      hide: 'phone',
      title: t('column.value'),
      align: 'right',
      look: 'quiet',
      cell: (row) => <MoneyText value={{ minor: row.value_minor, currency: row.currency }} />,
    },
    {
      key: 'lines',
      title: t('column.lines'),
      align: 'right',
      look: 'quiet',
      hide: 'narrow',
      cell: (row) => <NumberText value={row.lines} />,
    },
    {
      key: 'ordered',
      hide: 'phone',
      title: t('column.orderedOn'),
      look: 'quiet',
      sort: 'ordered-on',
      cell: (row) => <DateText value={row.ordered_on} />,
    },
    {
      key: 'ship-by',
      hide: 'phone',
      title: t('column.shipBy'),
      look: 'quiet',
      sort: 'ship-by',
      cell: (row) => <DateText value={row.ship_by} />,
    },
    {
      key: 'left',
      title: t('column.left'),
      cell: (row) =>
        row.is_shipped ? (
          <StatusMark shape="fixed" tone="plain">
            {t('shipped')}
          </StatusMark>
        ) : (
          <DeadlineText dueOn={row.ship_by} today={today} />
        ),
    },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => (
        <StatusMark
          shape={row.state === 'held' ? 'partly' : row.state === 'clear' ? 'ready' : 'none'}
          tone={row.state === 'clear' ? 'done' : 'plain'}
        >
          {t(`orderState.${row.state}`)}
        </StatusMark>
      ),
    },
  ]
}

/** The address of an order: the customer's code and the comparison key of its number. */
export function orderHref(customerCode: string, poKey: string): string {
  return `/orders/${encodeURIComponent(customerCode)}/${encodeURIComponent(poKey)}`
}
