import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CalendarDate } from '@/core/calendar-date'
import { type Column, DataTable } from '@/ui/data-table/data-table'
import type { Density } from '@/ui/data-table/density-menu'
import { DeadlineText } from '@/ui/deadline-text'
import { Icon } from '@/ui/icon'
import { MoneyList } from '@/ui/money-list'
import { NumberText } from '@/ui/number-text'
import type { TrackerGroupRow } from '../queries/find-tracker-groups'
import type { TrackerTotal } from '../queries/tracker-tally'
import type { TrackerGroup } from '../rules/tracker-sorts'
import { groupName } from './group-name'

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
  /** Whether a group is folded out, the way to fold it, and what stands below it then. */
  isOpen: (key: string) => boolean
  foldHref: (key: string) => string
  below: (group: TrackerGroupRow, name: string) => ReactNode
}

/** Subtotals by one thing, each leading to its rows; the foot is the sum of all. */
export function TrackerGroups({ by, groups, totals, count, today, density, hrefOf, isOpen, foldHref, below }: TrackerGroupsProps) {
  const t = useTranslations('deductions')
  const nameOf = (row: TrackerGroupRow) => groupName(row, by, t)
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
      below={(row) => below(row, nameOf(row))}
      columns={[
        {
          key: 'group',
          title: t(`column.${by}`),
          look: 'key',
          cell: (row) => (
            <>
              <Link
                className="fold"
                href={foldHref(row.key)}
                aria-label={t(isOpen(row.key) ? 'group.fold' : 'group.unfold', { name: nameOf(row) })}
                scroll={false}
                replace
                prefetch={false}
              >
                <Icon name={isOpen(row.key) ? 'down' : 'right'} />
              </Link>
              <Link href={hrefOf(row.key)} prefetch={false}>
                {nameOf(row)}
              </Link>
            </>
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
