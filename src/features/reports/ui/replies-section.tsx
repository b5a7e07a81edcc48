import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import type { DisputeListRow } from '@/features/disputes/queries/find-disputes'
import { DataTable } from '@/ui/data-table/data-table'
import { DeadlineText } from '@/ui/deadline-text'
import { EmptyState } from '@/ui/empty-state'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'

type RepliesSectionProps = { rows: readonly DisputeListRow[]; total: number; today: CalendarDate }

/** Filed disputes whose answer is late, or where the day to ask again has come. */
export function RepliesSection({ rows, total, today }: RepliesSectionProps) {
  const t = useTranslations('reports')
  return (
    <Section
      title={t('home.repliesDue')}
      note={t('home.disputes', { count: total })}
      end={
        <Link href="/disputes?tab=due" prefetch={false}>
          {t('home.all')}
        </Link>
      }
    >
      <DataTable
        kind="section"
        name={t('home.repliesDue')}
        rows={rows.slice(0, 10)}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'claim',
            title: t('home.claim'),
            look: 'key',
            cell: (row) => (
              <Link href={`/disputes/${row.id}`} prefetch={false}>
                {row.name}
              </Link>
            ),
          },
          { key: 'customer', title: t('home.customer'), look: 'clip', cell: (row) => row.customerName },
          { key: 'amount', title: t('home.disputed'), align: 'right', cell: (row) => <MoneyText value={row.amount} /> },
          {
            key: 'due',
            title: t('home.answerDue'),
            cell: (row) => <DeadlineText dueOn={row.followUpOn ?? row.answerDueOn} today={today} />,
          },
        ]}
        empty={<EmptyState>{t('home.noReplies')}</EmptyState>}
      />
    </Section>
  )
}
