import Link from 'next/link'
import { joinList } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { Column } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { MoneyList } from '@/ui/money-list'
import { NumberText } from '@/ui/number-text'
import type { WaitingTeam } from '../queries/find-waiting'
import type { Texts } from './kind-text'

/** The team that is waited on, its people, how much and how long, and for whom; the team opens its requests. */
export function waitingColumns(t: Texts, locale: Locale): Column<WaitingTeam>[] {
  return [
    {
      key: 'team',
      title: t('team'),
      look: 'key',
      cell: (row) => <Link href={`/tasks?view=all&team=${row.team}`}>{t(`teams.${row.team}`)}</Link>,
    },
    {
      key: 'people',
      title: t('waiting.people'),
      look: 'wrap',
      cell: (row) => joinList(row.people, locale) || <span className="over">{t('waiting.nobody')}</span>,
    },
    { key: 'open', title: t('waiting.open'), align: 'right', cell: (row) => <NumberText value={row.open} /> },
    {
      key: 'overdue',
      title: t('waiting.overdue'),
      align: 'right',
      cell: (row) => (row.overdue === 0 ? <span className="q">0</span> : <span className="over md">{row.overdue}</span>),
    },
    { key: 'escalated', title: t('waiting.escalated'), align: 'right', look: 'quiet', cell: (row) => <NumberText value={row.escalated} /> },
    { key: 'oldest', title: t('waiting.oldest'), look: 'quiet', cell: (row) => <InstantText value={row.oldestAt} /> },
    { key: 'next', title: t('waiting.next'), look: 'quiet', hide: 'narrow', cell: (row) => <InstantText value={row.nextDueAt} /> },
    { key: 'stake', title: t('column.worth'), align: 'right', cell: (row) => <MoneyList values={row.atStake} /> },
    { key: 'askers', title: t('column.askedBy'), look: 'wrap', hide: 'narrow', cell: (row) => joinList(row.askers, locale) || t('system') },
  ]
}
