import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { type Column, DataTable } from '@/ui/data-table/data-table'
import type { Density } from '@/ui/data-table/density-menu'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyList } from '@/ui/money-list'
import { NumberText } from '@/ui/number-text'
import type { TrackerGroupRow } from '../queries/find-tracker-groups'
import type { TrackerTotal } from '../queries/tracker-tally'
import type { TrackerGroup } from '../rules/tracker-sorts'

type TrackerGroupsProps = {
  by: TrackerGroup
  groups: readonly TrackerGroupRow[]
  /** Of the whole filtered set: what the groups add up to. */
  totals: readonly TrackerTotal[]
  count: number
  today: CalendarDate
  density: Density
  /** The rows of one group. */
  hrefOf: (key: string) => string
}

/** Subtotals by one thing, each leading to its rows; the foot is the sum of all. */
export function TrackerGroups({ by, groups, totals, count, today, density, hrefOf }: TrackerGroupsProps) {
  const t = useTranslations('deductions')
  const nameOf = (row: TrackerGroupRow) => {
    if (by === 'customer') return row.name ?? row.key
    if (by === 'owner') return row.name ?? t('nobody')
    return t(`${by}.${row.key}`)
  }
  const moneyColumn = (key: 'amount' | 'open' | 'atRisk', title: string): Column<TrackerGroupRow> => ({
    key,
    title,
    align: 'right',
    cell: (row) => <MoneyList values={row.totals.map((total) => total[key]).filter(({ minor }) => minor !== 0n)} />,
    total: <MoneyList values={totals.map((total) => total[key]).filter(({ minor }) => minor !== 0n)} />,
  })
  return (
    <DataTable
      name={t('group.title', { by: t(`group.by.${by}`) })}
      density={density}
      rows={groups}
      rowKey={(row) => row.key}
      totalLabel={t('total')}
      columns={[
        {
          key: 'group',
          title: t(`group.by.${by}`),
          look: 'key',
          cell: (row) => (
            <Link href={hrefOf(row.key)} prefetch={false}>
              {nameOf(row)}
            </Link>
          ),
        },
        {
          key: 'count',
          title: t('group.count'),
          align: 'right',
          cell: (row) => <NumberText value={row.count} />,
          total: <NumberText value={count} />,
        },
        moneyColumn('amount', t('column.amount')),
        moneyColumn('open', t('openAmount')),
        moneyColumn('atRisk', t('column.risk')),
        { key: 'next', title: t('column.deadline'), cell: (row) => <DeadlineText dueOn={row.nextDeadline} today={today} /> },
      ]}
    />
  )
}
