import Link from 'next/link'
import type { CalendarDate } from '@/core/calendar-date'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import type { PostingRow } from '../queries/find-postings'
import type { PostingTab } from '../schemas'
import { PostingButtons } from './posting-buttons'
import type { Texts } from './texts'

type ColumnOptions = { t: Texts; today: CalendarDate; canPost: boolean; tab: PostingTab }

/** What has to be posted, for whom, why, and what became of it. */
export function postingColumns({ t, today, canPost, tab }: ColumnOptions): Column<PostingRow>[] {
  return [
    {
      key: 'claim',
      title: t('column.claim'),
      look: 'key',
      cell: (row) => <Link href={`/deductions/${row.deductionId}`}>{row.name ?? t('noClaim', { number: row.deductionNumber })}</Link>,
    },
    { key: 'kind', title: t('postings.kind'), cell: (row) => t(`outcome.kind.${row.kind}`) },
    { key: 'customer', title: t('column.customer'), cell: (row) => row.customerName },
    { key: 'invoice', title: t('column.invoice'), look: 'quiet', hide: 'phone', cell: (row) => row.invoiceNumber ?? '–' },
    { key: 'amount', title: t('column.amount'), align: 'right', cell: (row) => <MoneyText value={row.amount} /> },
    { key: 'asked', title: t('postings.askedOn'), look: 'quiet', hide: 'narrow', cell: (row) => <DateText value={row.askedOn} /> },
    { key: 'by', title: t('postings.askedBy'), look: 'quiet', hide: 'narrow', cell: (row) => row.askedBy ?? t('postings.policy') },
    { key: 'reason', title: t('reasonForChange'), look: 'wrap', hide: 'phone', cell: (row) => row.declinedBecause ?? row.reason ?? '' },
    ...(tab === 'requested' ? [openColumn({ t, today, canPost })] : [answerColumn(t)]),
  ]
}

function openColumn({ t, today, canPost }: Omit<ColumnOptions, 'tab'>): Column<PostingRow> {
  return {
    key: 'post',
    title: <span className="sr-only">{t('postings.answer')}</span>,
    align: 'right',
    cell: (row) =>
      canPost ? (
        <PostingButtons id={row.id} version={row.version} name={row.name ?? String(row.deductionNumber)} today={today} />
      ) : (
        <span className="q">{t('outcome.state.requested')}</span>
      ),
  }
}

function answerColumn(t: Texts): Column<PostingRow> {
  return {
    key: 'document',
    title: t('postings.document'),
    cell: (row) =>
      row.documentNumber === null ? (
        t(`outcome.state.${row.state}`)
      ) : (
        <>
          {row.documentNumber}{' '}
          <span className="q">
            <DateText value={row.postedOn} />
          </span>
        </>
      ),
  }
}
