import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type CalendarDate, dateInZone } from '@/core/calendar-date'
import type { TaskRow } from '@/features/tasks/queries/find-tasks'
import { DataTable } from '@/ui/data-table/data-table'
import { DeadlineText } from '@/ui/deadline-text'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'

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
    <Section
      title={title}
      note={words('requestCount', { count: total })}
      end={
        <Link href={`/tasks?view=${view}`} prefetch={false}>
          {t('home.all')}
        </Link>
      }
    >
      <DataTable
        kind="section"
        name={title}
        rows={rows.slice(0, SHOWN)}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'title',
            title: words('column.title'),
            look: 'clip',
            cell: (row) => (
              <Link href={`/tasks/${row.id}`} prefetch={false}>
                {row.title}
              </Link>
            ),
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
        empty={<EmptyState>{t(view === 'mine' ? 'home.nothingToAnswer' : 'home.nobodyAsked')}</EmptyState>}
      />
    </Section>
  )
}
