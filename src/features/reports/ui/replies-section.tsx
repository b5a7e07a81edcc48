import { useTranslations } from 'next-intl'
import { asCalendarDate, type CalendarDate } from '@/core/calendar-date'
import type { ListRow } from '@/core/list-shape'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import { ListSection, RowLink } from './list-section'

type RepliesSectionProps = { rows: readonly ListRow[]; total: number; today: CalendarDate }

/** Filed disputes whose answer is late, or where the day to ask again has come. */
export function RepliesSection({ rows, total, today }: RepliesSectionProps) {
  const t = useTranslations('reports')
  return (
    <ListSection
      title={t('home.repliesDue')}
      note={t('home.disputes', { count: total })}
      all={{ href: '/disputes?tab=due', text: t('home.all') }}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'claim',
          title: t('home.claim'),
          look: 'key',
          cell: (row) => <RowLink href={`/disputes/${row.id}`}>{row.cells['claim']}</RowLink>,
        },
        { key: 'customer', title: t('home.customer'), look: 'clip', cell: (row) => row.cells['customer'] },
        {
          key: 'amount',
          title: t('home.disputed'),
          align: 'right',
          cell: (row) => <MoneyText value={{ minor: row.cells['amount'] ?? '0', currency: row.currency }} />,
        },
        {
          key: 'due',
          title: t('home.answerDue'),
          cell: (row) => <DeadlineText dueOn={row.cells['answerDue'] ? asCalendarDate(row.cells['answerDue']) : null} today={today} />,
        },
      ]}
      empty={t('home.noReplies')}
    />
  )
}
