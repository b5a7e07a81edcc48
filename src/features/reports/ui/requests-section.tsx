import { useTranslations } from 'next-intl'
import { type CalendarDate, dateInZone } from '@/core/calendar-date'
import type { TaskRow } from '@/features/tasks/queries/find-tasks'
import { titleText } from '@/features/tasks/ui/kind-text'
import { DeadlineText } from '@/ui/deadline-text'
import { ListSection, RowLink } from './list-section'

type RequestsSectionProps = {
  rows: readonly TaskRow[]
  total: number
  view: 'mine' | 'asked-by-me'
  today: CalendarDate
  timeZone: string
}

const SHOWN = 10

/** Requests to answer, or the answers waited for; the ones due first come first. */
export function RequestsSection({ rows, total, view, today, timeZone }: RequestsSectionProps) {
  const t = useTranslations('reports')
  const words = useTranslations('tasks')
  const title = t(view === 'mine' ? 'home.toAnswer' : 'home.waitingOn')
  return (
    <ListSection
      title={title}
      note={words('requestCount', { count: total })}
      all={{ href: `/tasks?view=${view}`, text: t('home.all') }}
      rows={rows}
      shown={SHOWN}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          title: words('column.title'),
          look: 'clip',
          cell: (row) => <RowLink href={`/tasks/${row.id}`}>{titleText(words, row)}</RowLink>,
        },
        view === 'mine'
          ? { key: 'customer', title: words('column.customer'), look: 'quiet', cell: (row) => row.customer_name ?? '–' }
          : { key: 'team', title: words('team'), look: 'quiet', cell: (row) => words(`teams.${row.team}`) },
        {
          key: 'due',
          title: words('column.due'),
          cell: (row) => <DeadlineText dueOn={row.due_at ? dateInZone(row.due_at, timeZone) : null} today={today} />,
        },
      ]}
      empty={t(view === 'mine' ? 'home.nothingToAnswer' : 'home.nobodyAsked')}
    />
  )
}
