import Link from 'next/link'
import type { useTranslations } from 'next-intl'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import type { OrderTermsRow } from '../queries/find-order-terms'
import { SourceText } from './source-text'

type OrderTermsColumnOptions = { t: ReturnType<typeof useTranslations<'agreements'>>; today: string }

/** Columns of how each customer orders. */
export function orderTermsColumns({ t, today }: OrderTermsColumnOptions): Column<OrderTermsRow>[] {
  const days = (count: number | null) => (count === null ? <span className="q">{t('noNotice')}</span> : t('days', { count }))
  return [
    {
      key: 'customer',
      title: t('column.customer'),
      look: 'key',
      cell: (row) => <Link href={`/orders/terms/${encodeURIComponent(row.customer_code)}`}>{row.customer_name}</Link>,
    },
    { key: 'notice', title: t('terms.term.notice_days'), align: 'right', cell: (row) => days(row.notice_days) },
    { key: 'lead', title: t('terms.term.lead_days'), align: 'right', cell: (row) => days(row.lead_days) },
    {
      key: 'minimum',
      title: t('terms.term.minimum_minor'),
      align: 'right',
      hide: 'phone',
      cell: (row) =>
        row.minimum_minor === null ? (
          <span className="q">–</span>
        ) : (
          <MoneyText value={{ minor: row.minimum_minor, currency: row.currency }} />
        ),
    },
    { key: 'holiday', title: t('terms.nextHoliday'), cell: (row) => <DateText value={row.holidays.find((day) => day >= today) ?? null} /> },
    {
      key: 'reply',
      title: t('terms.term.reply_email'),
      hide: 'narrow',
      cell: (row) => row.reply_email ?? <span className="q">–</span>,
    },
    {
      key: 'source',
      title: t('terms.term.source'),
      look: 'wrap',
      hide: 'narrow',
      cell: (row) => (row.source === null ? <span className="q">–</span> : <SourceText source={row.source} />),
    },
    { key: 'checked', title: t('terms.term.checked_on'), look: 'quiet', hide: 'phone', cell: (row) => <DateText value={row.checked_on} /> },
  ]
}
