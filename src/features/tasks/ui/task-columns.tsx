import Link from 'next/link'
import { type CalendarDate, dateInZone } from '@/core/calendar-date'
import { money } from '@/core/money'
import type { Column } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import type { TaskRow } from '../queries/find-tasks'
import { kindText, type Texts, titleText } from './kind-text'
import { TaskStateText } from './task-state'

type ColumnOptions = { t: Texts; today: CalendarDate; timeZone: string; hrefOf: (row: TaskRow) => string }

/** The columns of the list of requests; the ones due first come first. */
export function taskColumns({ t, today, timeZone, hrefOf }: ColumnOptions): Column<TaskRow>[] {
  return [
    {
      key: 'title',
      title: t('column.title'),
      look: 'key',
      cell: (row) => (
        <Link href={hrefOf(row)} prefetch={false}>
          {titleText(t, row)}
        </Link>
      ),
    },
    { key: 'kind', title: t('column.kind'), look: 'quiet', hide: 'narrow', cell: (row) => kindText(t, row.kind) },
    { key: 'team', title: t('team'), cell: (row) => t(`teams.${row.team}`) },
    {
      key: 'due',
      title: t('column.due'),
      cell: (row) => <DeadlineText dueOn={row.due_at && row.state === 'open' ? dateInZone(row.due_at, timeZone) : null} today={today} />,
    },
    { key: 'customer', title: t('column.customer'), look: 'quiet', cell: (row) => row.customer_name ?? '–' },
    { key: 'about', title: t('column.about'), look: 'quiet', cell: (row) => row.subject_label ?? t(`subject.${row.subject_kind}`) },
    {
      key: 'worth',
      title: t('column.worth'),
      align: 'right',
      cell: (row) =>
        row.amount_minor === null || row.currency === null ? (
          <span className="q">–</span>
        ) : (
          <MoneyText value={money(row.amount_minor, row.currency)} />
        ),
    },
    { key: 'asked', title: t('column.askedBy'), look: 'quiet', hide: 'narrow', cell: (row) => row.asked_by ?? t('system') },
    { key: 'when', title: t('column.when'), look: 'quiet', hide: 'narrow', cell: (row) => <InstantText value={row.created_at} /> },
    { key: 'state', title: t('column.state'), cell: (row) => <TaskStateText state={row.state} /> },
  ]
}
